using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>Every option leads somewhere, and every node can be reached from what the dialogues say.</summary>
internal static class LinkCheck
{
    public static void Run(Draft draft)
    {
        foreach (var language in LanguageCodes.All)
        {
            var nodes = draft.Nodes.Where(node => node.Language == language).ToList();
            var shared = nodes.Where(node => node.Office is null).ToDictionary(node => node.Node.Id, StringComparer.Ordinal);

            foreach (var node in nodes)
            {
                CheckTargets(draft, node, shared);
            }

            CheckReached(draft, nodes, shared);
        }
    }

    private static void CheckTargets(Draft draft, NodeDraft node, Dictionary<string, NodeDraft> shared)
    {
        foreach (var (option, place) in node.Node.Options.Zip(node.OptionPlaces))
        {
            if (option.Goto.Length > 0 && Problem(draft, option.Goto, shared) is { } problem)
            {
                draft.Findings.Error(place, $"option '{option.Id}' of '{node.Node.Id}' goes to '{option.Goto}': {problem}");
            }
        }
    }

    private static string? Problem(Draft draft, string target, Dictionary<string, NodeDraft> shared)
    {
        if (!target.StartsWith('@'))
        {
            return shared.ContainsKey(target) ? null : $"there is no such node.{Suggest.Near(target, shared.Keys)}";
        }

        var parts = target[1..].Split(':', 2);

        return !ContentKeys.Dialogues.Contains(parts[0])
                ? $"there is no such dialogue; known: {string.Join(", ", ContentKeys.Dialogues.Order(StringComparer.Ordinal).Select(name => "@" + name))}"
            : parts is ["requirements", var kind] && !draft.Requirements.ContainsKey(kind)
                ? $"requirements.yaml has no such kind.{Suggest.Near(kind, draft.Requirements.Keys)}"
            : parts is ["pickup", var place] && !PickupNodes.Arguments.Contains(place)
                ? $"there is no such place in that dialogue; known: {PickupNodes.ArgumentNames}.{Suggest.Near(place, PickupNodes.Arguments)}"
            : null;
    }

    private static void CheckReached(Draft draft, List<NodeDraft> nodes, Dictionary<string, NodeDraft> shared)
    {
        var questions = draft.Requirements.Values.SelectMany(entry => entry.Kind.Questions).Select(RequirementTexts.Question);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(ContentKeys.Nodes.Select(key => key.Id).Concat(questions));
        var ways = nodes.ToLookup(node => node.Node.Id, node => node.Node.Options, StringComparer.Ordinal);

        while (next.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var option in ways[id].SelectMany(options => options))
                {
                    next.Push(option.Goto);
                }
            }
        }

        foreach (var node in shared.Values.Where(node => !reached.Contains(node.Node.Id)))
        {
            draft.Findings.Error(node.Place, $"nothing leads to the node '{node.Node.Id}'; let an option go to it, or delete it");
        }
    }
}
