using Sigap.Content;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>Finds the table of errors in the configuration.</summary>
public static class GraphErrors
{
    public static GraphErrorLoad Load(string configPath)
    {
        try
        {
            return GraphErrorFile.Read(GraphErrorFile.Name, File.ReadAllBytes(Path.Combine(configPath, GraphErrorFile.Name)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var message = $"not readable ({e.GetType().Name}); put the file there or correct Config:Path";
            return new GraphErrorLoad(null, [new Finding(GraphErrorFile.Name, 1, Severity.Error, message)]);
        }
    }
}
