using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>Requirement items and notes as the block of lines that <c>requirements.checklist</c> prints.</summary>
public static class Checklist
{
    public static string Items(ContentSet content, Office office, LanguageCode language, IEnumerable<string> ids) =>
        Lines(content, office, language, "requirements.item.", ids);

    public static string Notes(ContentSet content, Office office, LanguageCode language, IEnumerable<string> ids) =>
        Lines(content, office, language, "requirements.note.", ids);

    private static string Lines(ContentSet content, Office office, LanguageCode language, string prefix, IEnumerable<string> ids) =>
        string.Join('\n', ids
            .Select(id => content.PhraseOrNull(language, office.Id, prefix + id))
            .Where(text => text is not null)
            .Select(text => "- " + text));
}
