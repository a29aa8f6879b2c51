using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>Finds the table of errors in the configuration.</summary>
public static class GraphErrors
{
    /// <returns>The table; null when anything was added to <paramref name="problems"/>, each as <c>file:line: message</c>.</returns>
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
