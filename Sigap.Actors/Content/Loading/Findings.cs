using System.Collections.Immutable;

namespace Sigap.Content.Loading;

/// <summary>Collects what is wrong; the same finding counts once.</summary>
internal sealed class Findings
{
    private readonly HashSet<Finding> _all = [];

    public void Error(Place place, string message) => _all.Add(new(place.File, place.Line, Severity.Error, message));

    public void Warn(Place place, string message) => _all.Add(new(place.File, place.Line, Severity.Warning, message));

    public bool HasErrors => _all.Any(finding => finding.IsError);

    public ImmutableArray<Finding> Sorted =>
    [
        .. _all
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}
