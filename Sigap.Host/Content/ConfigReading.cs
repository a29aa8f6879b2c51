using Sigap.Content;
using Sigap.Content.Loading;

namespace Sigap.Host.Content;

/// <summary>Reads the content and lets the other checks of the config folder look at it.</summary>
internal static class ConfigReading
{
    public static ContentLoad Read(string folder, DateOnly today, IEnumerable<IConfigCheck> checks)
    {
        var load = ContentLoader.Load(folder, today);

        if (load.Content is not { } content)
        {
            return load;
        }

        var more = checks.SelectMany(check => check.Check(folder, content)).ToList();

        return load with
        {
            Content = more.Exists(finding => finding.IsError) ? null : content,
            Findings = [.. load.Findings.Concat(more).OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)],
        };
    }
}
