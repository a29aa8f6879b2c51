using System.Collections.Immutable;
using Sigap.Bench.Drill.Faults;

namespace Sigap.Bench.Drill;

/// <summary>Everything a drill found out.</summary>
/// <param name="LeftOut">Faults that could not be played here.</param>
/// <param name="LogLines">Warnings and errors of all nodes by kind.</param>
/// <param name="Pace">How fast Sigap sent.</param>
internal sealed record DrillOutcome(
    IReadOnlyList<PhaseResult> Phases, IReadOnlyList<Fault> LeftOut, ImmutableSortedDictionary<string, int> LogLines, string Pace)
{
    public bool IsKept => Phases.All(phase => phase.Row.Verdict.IsKept);
}
