using System.Collections.Immutable;
using Sigap.Applications;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>What stands in for each variable of one office and language when lengths are measured: the longest it can become.</summary>
internal sealed class LongestValues(ContentSet content, Office office, LanguageCode language)
{
    private static readonly ImmutableDictionary<string, ContentKey> NodeKeys = ContentKeys.Nodes.ToImmutableDictionary(key => key.Id);

    private static readonly ImmutableDictionary<string, ContentKey> PhraseKeys = ContentKeys.Phrases.ToImmutableDictionary(key => key.Id);

    private readonly LongestStandardValues _standard = new(content, office, language);

    public Office Office => office;

    /// <summary>A text of a node, filled.</summary>
    public string InNode(string node, string text) =>
        Template.Fill(text, name => (NodeKeys.TryGetValue(node, out var key) ? Given(key, name) : null) ?? _standard.Of(name));

    public string InPhrase(string id, string text) =>
        Template.Fill(text, name => (PhraseKeys.TryGetValue(id, out var key) ? Given(key, name) : null) ?? _standard.Of(name));

    /// <summary>The checklist of a kind with all its items and notes, whatever the answers.</summary>
    public string Checklist(string text, RequirementKind kind) => Template.Fill(text, name => name switch
    {
        "title" => Phrase(RequirementTexts.Kind(kind.Id)),
        "items" => Filled(Content.Checklist.Items(content, office, language, kind.Items.Select(item => item.Id).Distinct())),
        "notes" => Filled(Content.Checklist.Notes(content, office, language, kind.Notes.Select(note => note.Id).Distinct())),
        _ => _standard.Of(name),
    });

    private string? Given(ContentKey key, string name) => !key.LongestValues.TryGetValue(name, out var declared) ? null : name switch
    {
        "stage" => Longest(Stages.All.Select(stage => $"stage.{stage.Name()}.label")),
        "meaning" => Longest(Stages.All.Select(stage => $"stage.{stage.Name()}.meaning")),
        "next" => Longest(Stages.All.SelectMany(stage => new[] { $"stage.{stage.Name()}.next", $"stage.{stage.Name()}.overdue" })),
        "topic" => Longer(declared, Longest(ContentKeys.Phrases.Select(phrase => phrase.Id).Where(id => id.StartsWith("topic.", StringComparison.Ordinal)))),
        "title" => Longer(declared, Longest(content.Requirements.Keys.Select(RequirementTexts.Kind))),
        "papers" => $"{Longest(PickupNodes.PapersToBring)}\n{Phrase(PickupNodes.PapersToBring[^1])}",
        "date" or "since" or "deadline" => Longer(declared, LongestDay),
        "as_of" or "opens" => Longer(declared, CalendarWords.Moment(LongestMoment, office, language)),
        _ => declared,
    };

    private static readonly DateOnly[] SomeWeek = [.. Enumerable.Range(20, 7).Select(day => new DateOnly(2026, 9, day))];

    private DateOnly LongestDate => SomeWeek.MaxBy(date => CalendarWords.Day(date, language).Length);

    private string LongestDay => CalendarWords.Day(LongestDate, language);

    private DateTimeOffset LongestMoment => new(LongestDate.ToDateTime(new TimeOnly(12, 0)), office.UtcOffset);

    private string Longest(IEnumerable<string> phrases) => phrases.Select(Phrase).MaxBy(text => text.Length) ?? "";

    private string Phrase(string id) => content.PhraseOrNull(language, office.Id, id) is { } text ? InPhrase(id, text) : "";

    private string Filled(string block) => Template.Fill(block, _standard.Of);

    private static string Longer(string one, string other) => one.Length >= other.Length ? one : other;
}
