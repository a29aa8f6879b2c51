using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content.Loading;

/// <summary>Everything read, with the place of each piece, before it is known whether it fits together.</summary>
internal sealed class Draft(string root, DateOnly today, Findings findings)
{
    public DateOnly Today => today;

    public Findings Findings => findings;

    public Dictionary<OfficeId, (Office Office, Place Place)> Offices { get; } = [];

    public Dictionary<DateOnly, (Holiday Holiday, Place Place)> Holidays { get; } = [];

    public Dictionary<string, (Fee Fee, Place Place)> Fees { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (NamedFact Fact, Place Place)> Facts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (RequirementKind Kind, Place Place)> Requirements { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateDraft> Templates { get; } = new(StringComparer.Ordinal);

    public List<NodeDraft> Nodes { get; } = [];

    public List<PhraseDraft> Phrases { get; } = [];

    /// <summary>Files that gave nothing: what they were to hold must not be reported missing as well.</summary>
    public bool HasUnreadable { get; set; }

    public string Shown(string path) => $"{root}/{path}";

    public Place Top(string path) => new(Shown(path), 1);

    public ContentSet ToContent(string version) => new(
        version,
        Offices.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Office),
        Holidays.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Holiday),
        Fees.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Fee, StringComparer.Ordinal),
        Facts.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Fact, StringComparer.Ordinal),
        Requirements.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Kind, StringComparer.Ordinal),
        LanguageCodes.All.ToImmutableDictionary(language => language, TextsOf))
    {
        Templates = Templates.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Template, StringComparer.Ordinal),
    };

    private Texts TextsOf(LanguageCode language)
    {
        var nodes = Nodes.Where(node => node.Language == language).ToList();
        var phrases = Phrases.Where(phrase => phrase.Language == language).ToList();
        var offices = nodes.Select(node => node.Office).Concat(phrases.Select(phrase => phrase.Office)).OfType<OfficeId>().Distinct();

        return new Texts(
            NodesOf(null),
            PhrasesOf(null),
            offices.ToImmutableDictionary(office => office, office => new OfficeTexts(NodesOf(office), PhrasesOf(office))));

        ImmutableDictionary<string, Node> NodesOf(OfficeId? office) => nodes
            .Where(node => node.Office == office)
            .ToImmutableDictionary(node => node.Node.Id, node => node.Node, StringComparer.Ordinal);

        ImmutableDictionary<string, string> PhrasesOf(OfficeId? office) => phrases
            .Where(phrase => phrase.Office == office)
            .ToImmutableDictionary(phrase => phrase.Id, phrase => phrase.Text, StringComparer.Ordinal);
    }
}

/// <param name="Office">Null for the text all offices share.</param>
/// <param name="Pieces">All its texts with their places.</param>
internal sealed record NodeDraft(
    LanguageCode Language, OfficeId? Office, Node Node, Place Place, ImmutableArray<TextPiece> Pieces, ImmutableArray<Place> OptionPlaces);

internal sealed record PhraseDraft(LanguageCode Language, OfficeId? Office, string Id, string Text, Place Place);

/// <summary>A text somebody wrote, named as the finding names it.</summary>
internal sealed record TextPiece(string Name, string Text, Place Place);
