namespace Sigap.Bench.Drill.Checks;

/// <summary>I5: every stream counts from 1 without a number missing or twice.</summary>
internal static class StreamsAreWhole
{
    public static IEnumerable<Finding> In(DrillEvidence evidence) =>
        evidence.Journal.Gaps.Select(gap => new Finding("I5", Harm.Other, $"gap {gap}", gap));
}
