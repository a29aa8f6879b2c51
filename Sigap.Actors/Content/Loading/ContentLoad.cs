using System.Collections.Immutable;

namespace Sigap.Content.Loading;

/// <summary>What reading a config folder gave.</summary>
/// <param name="Content">Null exactly when a finding is an error.</param>
/// <param name="Findings">By file and line.</param>
/// <param name="Files">How many files were read.</param>
public sealed record ContentLoad(ContentSet? Content, ImmutableArray<Finding> Findings, int Files)
{
    public int Errors => Findings.Count(finding => finding.IsError);

    public int Warnings => Findings.Length - Errors;
}
