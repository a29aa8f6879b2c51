using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Sigap.Bench.Results;

/// <summary>What it ran on. Holds no name and no path.</summary>
/// <param name="RuntimeSettings">The <c>DOTNET_…</c> variables that change how code is compiled and memory is cleared.</param>
internal sealed record Machine(
    int Processors, string Processor, long MemoryMegabytes, string System, string Runtime, string DataFileSystem,
    SortedDictionary<string, string> RuntimeSettings)
{
    private static readonly string[] Telling =
        ["DOTNET_Tiered", "DOTNET_TC_", "DOTNET_gc", "DOTNET_GC", "DOTNET_ReadyToRun", "DOTNET_ThreadPool", "DOTNET_PGO"];

    public static Machine Describe(string dataFolder)
    {
        var settings = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(entry => Telling.Any(start => entry.Name.StartsWith(start, StringComparison.Ordinal)))
            .ToDictionary(entry => entry.Name, entry => entry.Value);
        return new Machine(
            Environment.ProcessorCount,
            Named("/proc/cpuinfo", "model name"),
            Memory(),
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            new DriveInfo(Path.GetFullPath(dataFolder)).DriveFormat,
            new SortedDictionary<string, string>(settings, StringComparer.Ordinal));
    }

    private static long Memory() =>
        long.Parse(Named("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    private static string Named(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? "unknown";
}
