using System.Globalization;

namespace Sigap.Bench.Load;

/// <summary>What the kernel says a process, and the machine, have used until now.</summary>
internal sealed record ProcessUse(
    TimeSpan User, TimeSpan System, long ResidentBytes, long PeakBytes, TimeSpan Machine, TimeSpan Own)
{
    /// <summary>The kernel counts in hundredths of a second on every Linux .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private const int UserField = 11;
    private const int SystemField = 12;

    public TimeSpan Cpu => User + System;

    public static ProcessUse Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new ProcessUse(
            Time(stat, UserField),
            Time(stat, SystemField),
            Kilobytes(status, "VmRSS:"),
            Kilobytes(status, "VmHWM:"),
            MachineBusy(),
            Environment.CpuUsage.TotalTime);
    }

    /// <summary>The command's name stands in parentheses and may hold anything; the fields are counted from its end.</summary>
    private static TimeSpan Time(string stat, int field) => Ticks(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[field]);

    /// <summary>All processors together, without waiting.</summary>
    private static TimeSpan MachineBusy()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        const int user = 1, nice = 2, system = 3, irq = 6, softIrq = 7;
        int[] counted = [user, nice, system, irq, softIrq];
        return counted.Aggregate(TimeSpan.Zero, (sum, field) => sum + Ticks(fields[field]));
    }

    private static TimeSpan Ticks(string text) =>
        TimeSpan.FromSeconds(long.Parse(text, CultureInfo.InvariantCulture) / TicksPerSecond);

    private static long Kilobytes(string[] status, string name) =>
        long.Parse(
            status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture) * 1024;
}
