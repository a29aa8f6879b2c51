using System.Text.Json.Serialization;
using Sigap.Bench.Load;

namespace Sigap.Bench.Results;

/// <summary>What a run showed. Times in milliseconds unless the name says otherwise.</summary>
internal sealed record Figures
{
    public required long Messages { get; init; }

    public required double MessagesPerSecond { get; init; }

    public required Percentiles Acknowledged { get; init; }

    public required Percentiles EndToEnd { get; init; }

    public required Percentiles StatusAcknowledged { get; init; }

    public required double CpuMicrosecondsPerMessage { get; init; }

    public required double SystemCpuMicrosecondsPerMessage { get; init; }

    /// <summary>Of what the machine did in the meantime, the part that was neither Sigap's nor the bench's.</summary>
    public required double OthersSharePercent { get; init; }

    public required double BenchCpuMicrosecondsPerMessage { get; init; }

    public required double ResidentMegabytes { get; init; }

    public required double PeakMegabytes { get; init; }

    public required double JournalRowsPerMessage { get; init; }

    public required double EventBytesPerMessage { get; init; }

    public required double DatabaseBytesPerMessage { get; init; }

    public required double StartSeconds { get; init; }

    public required long Lost { get; init; }

    public required long Duplicated { get; init; }

    public required long OutOfOrder { get; init; }

    public required long Unacknowledged { get; init; }

    /// <summary>Posts answered with something other than 200, and repeated.</summary>
    public required long Refused { get; init; }

    [JsonIgnore]
    public bool IsFaultless => Lost == 0 && Duplicated == 0 && OutOfOrder == 0 && Unacknowledged == 0;

    public static Figures From(
        Score score, TimeSpan took, TimeSpan tookInAll, ProcessUse before, ProcessUse after,
        DatabaseUse rowsBefore, DatabaseUse rowsAfter, ReplyTally tally, SigapProcess sigap)
    {
        var messages = Math.Max(1, score.Answered);
        var (cpu, own) = (after.Cpu - before.Cpu, after.Own - before.Own);
        var others = (after.Machine - before.Machine) - cpu - own;
        return new Figures
        {
            Messages = score.Answered,
            MessagesPerSecond = Math.Round(score.Answered / took.TotalSeconds, 1),
            Acknowledged = score.Acknowledged.Percentiles(),
            EndToEnd = score.EndToEnd.Percentiles(),
            StatusAcknowledged = score.StatusAcknowledged.Percentiles(),
            CpuMicrosecondsPerMessage = Per(messages, cpu.TotalMicroseconds),
            SystemCpuMicrosecondsPerMessage = Per(messages, (after.System - before.System).TotalMicroseconds),
            BenchCpuMicrosecondsPerMessage = Per(messages, own.TotalMicroseconds),
            OthersSharePercent = Math.Round(100 * Math.Max(0, others / (tookInAll * Environment.ProcessorCount)), 1),
            ResidentMegabytes = Megabytes(after.ResidentBytes),
            PeakMegabytes = Megabytes(after.PeakBytes),
            JournalRowsPerMessage = Math.Round((rowsAfter.JournalRows - rowsBefore.JournalRows) / (double)messages, 3),
            EventBytesPerMessage = Per(messages, rowsAfter.MessageBytes - rowsBefore.MessageBytes),
            DatabaseBytesPerMessage = Per(messages, rowsAfter.Bytes - rowsBefore.Bytes),
            StartSeconds = Math.Round(sigap.StartedIn.TotalSeconds, 2),
            Lost = score.Lost,
            Duplicated = tally.DuplicatedCount,
            OutOfOrder = tally.OutOfOrderCount + tally.StrangersCount,
            Unacknowledged = score.Unacknowledged,
            Refused = score.Refused,
        };
    }

    /// <summary>Each figure's median; of faults the worst.</summary>
    public static Figures Median(IReadOnlyList<Figures> runs) => new()
    {
        Messages = (long)Middle(runs, run => run.Messages),
        MessagesPerSecond = Middle(runs, run => run.MessagesPerSecond),
        Acknowledged = Middle(runs, run => run.Acknowledged),
        EndToEnd = Middle(runs, run => run.EndToEnd),
        StatusAcknowledged = Middle(runs, run => run.StatusAcknowledged),
        CpuMicrosecondsPerMessage = Middle(runs, run => run.CpuMicrosecondsPerMessage),
        SystemCpuMicrosecondsPerMessage = Middle(runs, run => run.SystemCpuMicrosecondsPerMessage),
        BenchCpuMicrosecondsPerMessage = Middle(runs, run => run.BenchCpuMicrosecondsPerMessage),
        OthersSharePercent = Middle(runs, run => run.OthersSharePercent),
        ResidentMegabytes = Middle(runs, run => run.ResidentMegabytes),
        PeakMegabytes = Middle(runs, run => run.PeakMegabytes),
        JournalRowsPerMessage = Middle(runs, run => run.JournalRowsPerMessage),
        EventBytesPerMessage = Middle(runs, run => run.EventBytesPerMessage),
        DatabaseBytesPerMessage = Middle(runs, run => run.DatabaseBytesPerMessage),
        StartSeconds = Middle(runs, run => run.StartSeconds),
        Lost = runs.Max(run => run.Lost),
        Duplicated = runs.Max(run => run.Duplicated),
        OutOfOrder = runs.Max(run => run.OutOfOrder),
        Unacknowledged = runs.Max(run => run.Unacknowledged),
        Refused = runs.Max(run => run.Refused),
    };

    private static Percentiles Middle(IReadOnlyList<Figures> runs, Func<Figures, Percentiles> of) => new(
        Middle(runs, run => of(run).P50),
        Middle(runs, run => of(run).P95),
        Middle(runs, run => of(run).P99),
        Middle(runs, run => of(run).Max));

    private static double Middle(IReadOnlyList<Figures> runs, Func<Figures, double> of)
    {
        double[] sorted = [.. runs.Select(of).Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : Math.Round((sorted[middle - 1] + sorted[middle]) / 2, 3);
    }

    private static double Per(long messages, double amount) => Math.Round(amount / messages, 1);

    private static double Megabytes(long bytes) => Math.Round(bytes / 1_048_576.0, 1);
}
