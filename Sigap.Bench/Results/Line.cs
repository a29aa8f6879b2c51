using System.Globalization;

namespace Sigap.Bench.Results;

/// <summary>One line of a table: a figure, how to name it, and which way is better.</summary>
internal sealed record Line(string Name, string Unit, Func<Figures, double> Of, bool MoreIsBetter = false, bool IsFault = false)
{
    public static readonly IReadOnlyList<Line> All =
    [
        new("throughput", "messages/s", run => run.MessagesPerSecond, MoreIsBetter: true),
        new("CPU of Sigap", "us/message", run => run.CpuMicrosecondsPerMessage),
        new("  in the kernel", "us/message", run => run.SystemCpuMicrosecondsPerMessage),
        new("acknowledged p50", "ms", run => run.Acknowledged.P50),
        new("acknowledged p95", "ms", run => run.Acknowledged.P95),
        new("acknowledged p99", "ms", run => run.Acknowledged.P99),
        new("acknowledged max", "ms", run => run.Acknowledged.Max),
        new("end to end p50", "ms", run => run.EndToEnd.P50),
        new("end to end p95", "ms", run => run.EndToEnd.P95),
        new("end to end p99", "ms", run => run.EndToEnd.P99),
        new("end to end max", "ms", run => run.EndToEnd.Max),
        new("status p50", "ms", run => run.StatusAcknowledged.P50),
        new("status p99", "ms", run => run.StatusAcknowledged.P99),
        new("resident memory", "MB", run => run.ResidentMegabytes),
        new("peak memory", "MB", run => run.PeakMegabytes),
        new("journal rows", "/message", run => run.JournalRowsPerMessage),
        new("event bytes", "/message", run => run.EventBytesPerMessage),
        new("database bytes", "/message", run => run.DatabaseBytesPerMessage),
        new("start to ready", "s", run => run.StartSeconds),
        new("CPU of the bench", "us/message", run => run.BenchCpuMicrosecondsPerMessage),
        new("machine, others", "%", run => run.OthersSharePercent),
        new("lost", "", run => run.Lost, IsFault: true),
        new("duplicated", "", run => run.Duplicated, IsFault: true),
        new("out of order", "", run => run.OutOfOrder, IsFault: true),
        new("unacknowledged", "", run => run.Unacknowledged, IsFault: true),
        new("posts repeated", "", run => run.Refused, IsFault: true),
    ];

    public static string Show(double value) =>
        value.ToString(value >= 1000 || value == Math.Floor(value) ? "N0" : "N2", CultureInfo.InvariantCulture);
}
