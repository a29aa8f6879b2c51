using System.Collections.Immutable;

namespace Sigap.Bench.Drill.Checks;

/// <summary>What the checks found since they last looked.</summary>
internal sealed record Verdict(ImmutableArray<Finding> Findings)
{
    public static readonly Verdict Clean = new([]);

    public bool IsKept => Findings.All(finding => !finding.IsBroken);

    public IEnumerable<Finding> Broken => Findings.Where(finding => finding.IsBroken);

    public int Count(Harm harm) => Findings.Count(finding => finding.Harm == harm);
}
