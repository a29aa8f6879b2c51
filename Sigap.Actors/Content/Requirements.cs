using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>
/// What to bring, by kind of application: a few yes/no questions and the items that follow from the answers. The texts
/// live in <c>config/content/&lt;language&gt;</c>; this is the structure both languages share.
/// </summary>
/// <param name="Questions">Ids of yes/no questions, asked in this order. Their texts are the nodes <c>requirements.question.&lt;id&gt;</c>.</param>
/// <param name="Items">In print order. Their texts are the phrases <c>requirements.item.&lt;id&gt;</c>.</param>
/// <param name="Notes">Printed below the items. Their texts are the phrases <c>requirements.note.&lt;id&gt;</c>.</param>
public sealed record RequirementKind(
    string Id,
    ImmutableArray<string> Questions,
    ImmutableArray<RequirementLine> Items,
    ImmutableArray<RequirementLine> Notes,
    Provenance Provenance)
{
    public ImmutableArray<string> ItemsFor(ImmutableDictionary<string, bool> answers) => Chosen(Items, answers);

    public ImmutableArray<string> NotesFor(ImmutableDictionary<string, bool> answers) => Chosen(Notes, answers);

    private static ImmutableArray<string> Chosen(ImmutableArray<RequirementLine> lines, ImmutableDictionary<string, bool> answers) =>
        [.. lines.Where(line => line.Applies(answers)).Select(line => line.Id)];
}

/// <summary>A line of the checklist, with the answers it depends on: all must hold.</summary>
public sealed record RequirementLine(string Id, ImmutableDictionary<string, bool> When)
{
    public bool Applies(ImmutableDictionary<string, bool> answers) =>
        When.All(condition => answers.TryGetValue(condition.Key, out var given) && given == condition.Value);
}
