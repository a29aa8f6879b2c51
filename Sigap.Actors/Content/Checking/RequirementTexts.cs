namespace Sigap.Content.Checking;

/// <summary>Which texts a kind of application needs.</summary>
internal static class RequirementTexts
{
    public static string Kind(string kind) => $"requirements.kind.{kind}";

    public static string Question(string question) => $"requirements.question.{question}";

    public static IEnumerable<string> Phrases(RequirementKind kind) =>
    [
        Kind(kind.Id),
        .. kind.Items.Select(item => $"requirements.item.{item.Id}"),
        .. kind.Notes.Select(note => $"requirements.note.{note.Id}"),
    ];
}
