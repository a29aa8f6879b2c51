using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Content.Loading;

namespace Sigap.Transport;

/// <summary>Reads <c>graph-errors.yaml</c>; whatever is wrong is a finding with its line, all of it at once.</summary>
public static class GraphErrorFile
{
    public const string Name = "graph-errors.yaml";

    /// <param name="shownAs">The file's name in findings.</param>
    public static GraphErrorLoad Read(string shownAs, byte[] yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var findings = new Findings();
        var table = YamlText.Read(shownAs, yaml, findings) is { } root ? Table(root) : null;
        return new GraphErrorLoad(findings.HasErrors ? null : table, findings.Sorted);
    }

    private static GraphErrorTable Table(YamlMap root)
    {
        root.Required("source");
        root.Date("checked");
        var table = new GraphErrorTable(
            Rules(root, "codes", "code"),
            Rules(root, "statuses", "status"),
            GraphErrorRuleReader.Read(root.Map("not-sent"), key: null),
            GraphErrorRuleReader.Read(root.Map("unknown"), key: null),
            GraphErrorRuleReader.Read(root.Map("stopped"), key: null),
            GraphErrorRuleReader.Read(root.Map("default"), key: null),
            GraphErrorRuleReader.Duration(root, "retry-after-limit") ?? TimeSpan.Zero);
        root.NothingElse();
        return table;
    }

    private static ImmutableArray<GraphErrorRule> Rules(YamlMap root, string list, string key)
    {
        var rules = root.Maps(list, $"{{ {key}: …, action: drop, scope: message, meaning: … }}")
            .Select(map => (Map: map, Rule: GraphErrorRuleReader.Read(map, key)))
            .OrderBy(each => each.Rule.From)
            .ToList();
        foreach (var (earlier, later) in rules.Zip(rules.Skip(1)))
        {
            if (later.Rule.From <= earlier.Rule.To)
            {
                later.Map.Findings.Error(later.Map.PlaceOf(key), $"'{key}' {later.Rule.From} has a rule already; keep one of the two");
            }
        }

        return [.. rules.Select(each => each.Rule)];
    }
}

/// <param name="Table">Null exactly when a finding is an error.</param>
public sealed record GraphErrorLoad(GraphErrorTable? Table, ImmutableArray<Finding> Findings);
