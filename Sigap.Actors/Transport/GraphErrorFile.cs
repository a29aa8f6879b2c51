using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sigap.Transport;

/// <summary>Reads <c>graph-errors.yaml</c>. What is wrong is said as <c>file:line: message</c>, all of it at once.</summary>
public static class GraphErrorFile
{
    public const string Name = "graph-errors.yaml";

    private static readonly string[] Members =
        ["source", "checked", "retry-after-limit", "not-sent", "unknown", "stopped", "default", "statuses", "codes"];

    /// <returns>The table; null when anything was added to <paramref name="problems"/>.</returns>
    public static GraphErrorTable? Read(string file, string yaml, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        var table = Root(file, yaml, problems) is { } root ? Table(new YamlSection(file, root, problems)) : null;
        return problems.Count == before ? table : null;
    }

    private static YamlMappingNode? Root(string file, string yaml, ICollection<string> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            problems.Add($"{file}:1: the file holds no table; begin with source, checked and codes");
        }
        catch (YamlException e)
        {
            problems.Add($"{file}:{e.Start.Line}: not readable as YAML: {e.Message}");
        }

        return null;
    }

    private static GraphErrorTable Table(YamlSection root)
    {
        root.AllowOnly(Members);
        root.Required("source");
        if (root.Required("checked") is { } date
            && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            root.Complain("checked", $"\"{date}\" is no date; write it as 2026-11-24");
        }

        return new GraphErrorTable(
            Rules(root, "codes", "code"),
            Rules(root, "statuses", "status"),
            GraphErrorRuleReader.Read(root.Section("not-sent"), key: null),
            GraphErrorRuleReader.Read(root.Section("unknown"), key: null),
            GraphErrorRuleReader.Read(root.Section("stopped"), key: null),
            GraphErrorRuleReader.Read(root.Section("default"), key: null),
            root.Duration("retry-after-limit") ?? TimeSpan.Zero);
    }

    private static ImmutableArray<GraphErrorRule> Rules(YamlSection root, string list, string key)
    {
        var rules = root.Sections(list)
            .Select(section => (Section: section, Rule: GraphErrorRuleReader.Read(section, key)))
            .OrderBy(each => each.Rule.From)
            .ToList();
        foreach (var (earlier, later) in rules.Zip(rules.Skip(1)))
        {
            if (later.Rule.From <= earlier.Rule.To)
            {
                later.Section.Complain(key, $"{later.Rule.From} has a rule already; keep one of the two");
            }
        }

        return [.. rules.Select(each => each.Rule)];
    }
}
