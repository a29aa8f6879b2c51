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
}
