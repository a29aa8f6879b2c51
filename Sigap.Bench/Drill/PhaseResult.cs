using Sigap.Bench.Drill.Checks;

namespace Sigap.Bench.Drill;

/// <summary>A phase and what became of it.</summary>
/// <param name="CaughtUp">How long after all was well the last of those was answered who wrote before.</param>
internal sealed record PhaseResult(DrillPhase Phase, PhaseRow Row, TimeSpan CaughtUp);
