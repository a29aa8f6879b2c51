using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content;

internal static class ContentLookup
{
    /// <summary>Like <see cref="ContentSet.Phrase"/>, for phrases that may have gone since they were decided upon.</summary>
    public static string? PhraseOrNull(this ContentSet content, LanguageCode language, OfficeId office, string id)
    {
        var texts = content.Texts[language];

        return texts.PerOffice.TryGetValue(office, out var own) && own.Phrases.TryGetValue(id, out var phrase)
            ? phrase
            : texts.Phrases.GetValueOrDefault(id);
    }

    /// <summary>All options of a node, in its order; none when there is no such node (any more).</summary>
    public static ImmutableArray<Offer> OffersOf(this ContentSet content, LanguageCode language, OfficeId office, string node) =>
        content.Node(language, office, node) is { } found
            ? [.. found.Options.Select(option => new Offer(node, option.Id))]
            : [];
}
