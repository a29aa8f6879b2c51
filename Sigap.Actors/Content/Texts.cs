using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>The nodes and phrases of one language, with each office's own versions laid over them.</summary>
public sealed record Texts(
    ImmutableDictionary<string, Node> Nodes,
    ImmutableDictionary<string, string> Phrases,
    ImmutableDictionary<OfficeId, OfficeTexts> PerOffice)
{
    public Node? Node(OfficeId office, string id) =>
        PerOffice.TryGetValue(office, out var own) && own.Nodes.TryGetValue(id, out var node) ? node : Nodes.GetValueOrDefault(id);

    public string Phrase(OfficeId office, string id) =>
        PerOffice.TryGetValue(office, out var own) && own.Phrases.TryGetValue(id, out var phrase) ? phrase : Phrases[id];
}

/// <summary>What one office says differently.</summary>
public sealed record OfficeTexts(ImmutableDictionary<string, Node> Nodes, ImmutableDictionary<string, string> Phrases);
