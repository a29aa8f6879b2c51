using System.Collections.Immutable;
using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Stage;
using Sigap.Bench.Results;

namespace Sigap.Bench.Drill;

/// <summary>The result file of a drill: where, what, and what became of it.</summary>
/// <param name="IsKept">Every promise was.</param>
/// <param name="LeftOut">Faults that could not be played here.</param>
/// <param name="LogLines">Warnings and errors of all nodes by kind.</param>
internal sealed record DrillResult(
    DateTimeOffset Date,
    string Commit,
    Machine Machine,
    DrillSettings Settings,
    bool IsKept,
    IReadOnlyList<PhaseLine> Phases,
    IReadOnlyList<string> LeftOut,
    IReadOnlyDictionary<string, int> LogLines)
{
    public static DrillResult Of(DrillSettings settings, Machine machine, DateTimeOffset began, DrillOutcome outcome) => new(
        began,
        SourceCommit.Current(),
        machine,
        settings,
        outcome.IsKept,
        [.. outcome.Phases.Select(PhaseLine.Of)],
        [.. outcome.LeftOut.Select(fault => fault.Name)],
        outcome.LogLines);
}

/// <summary>One phase. Times are seconds.</summary>
internal sealed record PhaseLine(
    string Name, string Description, PhaseFigures Figures, double? Recovery, double CaughtUp, double? Drain, double MostMegabytes,
    ImmutableArray<NodeExit> Exits, ImmutableArray<Finding> Findings)
{
    public static PhaseLine Of(PhaseResult result) => new(
        result.Phase.Name,
        result.Phase.Fault?.Description ?? "nothing is broken",
        result.Row.Figures,
        result.Row.Recovery?.TotalSeconds,
        result.CaughtUp.TotalSeconds,
        result.Row.Drain?.TotalSeconds,
        result.Phase.MostMegabytes,
        result.Phase.Exits,
        result.Row.Verdict.Findings);
}
