using System.Diagnostics;

namespace Sigap.Bench.Programs;

/// <summary>How Sigap is started as a process of its own, from a library or a published program.</summary>
internal static class HostProgram
{
    /// <summary>The one built with the bench.</summary>
    public static string OfThisBuild => Path.Combine(AppContext.BaseDirectory, "Sigap.Host.dll");

    /// <param name="host">Sigap.Host.dll, or the program itself.</param>
    /// <param name="within">A command that runs another one in a surrounding of its own; empty for none.</param>
    public static ProcessStartInfo In(
        string folder, string host, IEnumerable<KeyValuePair<string, string>> settings, IReadOnlyList<string> within)
    {
        string[] command = host.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [.. within, Dotnet(), host] : [.. within, host];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The one that runs the bench, when it does not run as a program of its own.</summary>
    private static string Dotnet() =>
        Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
}
