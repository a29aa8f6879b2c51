using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content.Loading;

/// <summary><c>config/content/&lt;language&gt;/*.yaml</c>: nodes and phrases, of all offices or of one.</summary>
internal sealed class TextFile(Draft draft, LanguageCode language, OfficeId? office)
{
    public void Read(YamlMap map)
    {
        var provenance = map.Provenance(draft.Today);

        if (map.Map("nodes", required: false) is { } nodes)
        {
            foreach (var id in nodes.Keys)
            {
                if (nodes.Map(id) is { } node)
                {
                    AddNode(id, node, nodes.PlaceOf(id), provenance);
                }
            }
        }

        if (map.Map("phrases", required: false) is { } phrases)
        {
            foreach (var id in phrases.Keys)
            {
                AddPhrase(id, phrases);
            }
        }

        map.NothingElse();
    }

    private void AddNode(string id, YamlMap map, Place place, Provenance? inherited)
    {
        var text = map.Required("text");
        var header = map.NotEmpty("header");
        var footer = map.NotEmpty("footer");
        var button = map.NotEmpty("list_button");
        var own = map.Has("source") || map.Has("checked");
        var provenance = own || inherited is not null ? map.Provenance(draft.Today, inherited) : null;
        var options = Options(id, map);
        map.NothingElse();

        if (!Ids.IsNode(id))
        {
            draft.Findings.Error(place, $"the node id '{id}' may have only a-z, 0-9, '.', '-' and at most {Ids.NodeMost} characters");
            return;
        }

        var first = draft.Nodes.Find(node => node.Language == language && node.Office == office && node.Node.Id == id);

        if (first is not null)
        {
            draft.Findings.Error(place, $"the node '{id}' is already at {first.Place.File}:{first.Place.Line}; keep one");
            return;
        }

        ImmutableArray<TextPiece> pieces =
        [
            .. new[] { ("text", text), ("header", header), ("footer", footer), ("list_button", button) }
                .Where(piece => piece.Item2 is not null)
                .Select(piece => new TextPiece(piece.Item1, piece.Item2!, map.PlaceOf(piece.Item1))),
            .. options.SelectMany(option => option.Pieces),
        ];

        draft.Nodes.Add(new NodeDraft(
            language,
            office,
            new Node(id, text ?? "", [.. options.Select(option => option.Option)], button, header, footer, provenance),
            place,
            pieces,
            [.. options.Select(option => option.Place)]));
    }

    private List<(Option Option, Place Place, ImmutableArray<TextPiece> Pieces)> Options(string node, YamlMap map)
    {
        var options = new List<(Option Option, Place Place, ImmutableArray<TextPiece> Pieces)>();

        foreach (var entry in map.Maps("options", "- {id: fees, title: Biaya paspor, go: payment.fees}", required: false))
        {
            var id = entry.Required("id");
            var title = entry.Required("title");
            var description = entry.NotEmpty("description");
            var go = Go(node, entry);
            entry.NothingElse();

            if (id is not null && !Ids.IsOption(id))
            {
                draft.Findings.Error(entry.PlaceOf("id"), $"the option id '{id}' may have only a-z, 0-9, '-' and at most {Ids.OptionMost} characters");
            }
            else if (id is not null && options.Exists(option => option.Option.Id == id))
            {
                draft.Findings.Error(entry.PlaceOf("id"), $"the option id '{id}' appears twice in '{node}'; give each its own");
            }
            else if (id is not null && title is not null)
            {
                ImmutableArray<TextPiece> pieces = [new TextPiece("title", title, entry.PlaceOf("title"))];

                options.Add((
                    new Option(id, title, description, go),
                    entry.Place,
                    description is null ? pieces : pieces.Add(new TextPiece("description", description, entry.PlaceOf("description")))));
            }
        }

        return options;
    }

    private static string Go(string node, YamlMap entry) =>
        (ContentKeys.AnsweredByDialogue.Contains(node) ? entry.NotEmpty("go") : entry.Required("go")) ?? "";

    private void AddPhrase(string id, YamlMap phrases)
    {
        var place = phrases.PlaceOf(id);

        if (phrases.Required(id) is not { } text)
        {
            return;
        }

        if (!Ids.IsNode(id))
        {
            draft.Findings.Error(place, $"the phrase id '{id}' may have only a-z, 0-9, '.', '-', '_' and at most {Ids.NodeMost} characters");
            return;
        }

        var first = draft.Phrases.Find(phrase => phrase.Language == language && phrase.Office == office && phrase.Id == id);

        if (first is not null)
        {
            draft.Findings.Error(place, $"the phrase '{id}' is already at {first.Place.File}:{first.Place.Line}; keep one");
            return;
        }

        draft.Phrases.Add(new PhraseDraft(language, office, id, text, place));
    }
}
