using System.Diagnostics;
using System.Globalization;
using Sigap.Content;

namespace Sigap.Host.Content;

/// <summary><c>-- check</c>: prints what is wrong with the config folder.</summary>
public static class CheckCommand
{
    /// <returns>The exit code: 1 when there are errors; warnings alone are 0.</returns>
    public static int Run(string configPath, DateOnly today, TextWriter output, params IReadOnlyList<IConfigCheck> checks)
    {
        var started = Stopwatch.GetTimestamp();
        var load = ConfigReading.Read(configPath, today, checks);

        foreach (var finding in load.Findings)
        {
            output.WriteLine(finding);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.WriteLine($"{Count(load.Errors, "error")}, {Count(load.Warnings, "warning")} in {Count(load.Files, "file")} ({seconds} s)");

        return load.Errors > 0 ? 1 : 0;
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
