using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>Finds the table of errors in the configuration.</summary>
public static class GraphErrors
{
    /// <param name="problems">Gets what is wrong, each as <c>file:line: message</c>.</param>
    /// <returns>The table; null when anything is wrong.</returns>
    public static GraphErrorTable? Load(string configPath, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var file = Path.Combine(configPath, GraphErrorFile.Name);
        try
        {
            return GraphErrorFile.Read(file, File.ReadAllText(file), problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}:1: not readable ({e.GetType().Name}); put the file there or correct Config:Path");
            return null;
        }
    }
}
