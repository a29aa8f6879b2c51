using System.Collections.Immutable;
using Sigap.Content;

namespace Sigap.Host.Content;

/// <summary>The config folder has errors, so the program does not start with it.</summary>
public sealed class ContentInvalidException(string folder, ImmutableArray<Finding> findings)
    : Exception(Describe(folder, findings))
{
    public ImmutableArray<Finding> Findings => findings;

    private static string Describe(string folder, ImmutableArray<Finding> findings) =>
        $"The configuration in {folder} has {findings.Count(finding => finding.IsError)} errors; correct them and start again:"
        + Environment.NewLine
        + string.Join(Environment.NewLine, findings.Where(finding => finding.IsError));
}
