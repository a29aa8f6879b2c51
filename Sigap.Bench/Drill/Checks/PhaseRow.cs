namespace Sigap.Bench.Drill.Checks;

/// <summary>One phase of a drill in the report.</summary>
/// <param name="Name">What was broken; "quiet" where nothing was.</param>
/// <param name="Recovery">From the end of the disturbance, or its beginning where it has none, to the first reply; null when there was none.</param>
/// <param name="Drain">Until nothing was owed any more; null when it took too long.</param>
internal sealed record PhaseRow(string Name, PhaseFigures Figures, Verdict Verdict, TimeSpan? Recovery, TimeSpan? Drain);
