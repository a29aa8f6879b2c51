using System.Collections.Immutable;
using Sigap.Content.Loading;

namespace Sigap.Content.Checking;

/// <summary>Texts hold nothing that a phone cannot show or shows as litter, and say where they come from.</summary>
internal static class WordCheck
{
    private static readonly ImmutableHashSet<string> OneLine = ["header", "footer", "list_button", "title", "description"];

    public static void Run(Draft draft)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Node.Provenance is null)
            {
                draft.Findings.Error(node.Place, $"the node '{node.Node.Id}' has no source; write 'source:' and 'checked:' at the top of the file");
            }

            foreach (var piece in node.Pieces)
            {
                CheckCharacters(draft, piece.Name, piece.Text, piece.Place);

                if (OneLine.Contains(piece.Name))
                {
                    CheckOneLine(draft, piece);
                }
            }

            CheckTitles(draft, node);
        }

        foreach (var phrase in draft.Phrases)
        {
            CheckCharacters(draft, $"the phrase '{phrase.Id}'", phrase.Text, phrase.Place);
        }

        foreach (var (office, place) in draft.Offices.Values)
        {
            foreach (var text in new[] { office.Name, office.ShortName, office.Address, office.Contact }
                .Concat(office.Closures.Values)
                .Concat(office.SpecialHours.Select(special => special.Name)))
            {
                CheckCharacters(draft, "the office's text", text.Indonesian, place);
                CheckCharacters(draft, "the office's text", text.English, place);
            }
        }

        foreach (var (holiday, place) in draft.Holidays.Values)
        {
            CheckCharacters(draft, "name", holiday.Name.Indonesian, place);
            CheckCharacters(draft, "name", holiday.Name.English, place);
        }
    }

    private static void CheckCharacters(Draft draft, string name, string text, Place place)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var broken = char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i) && !(i > 0 && char.IsSurrogatePair(text, i - 1));

            if (broken || text[i] == '\uFFFD' || (char.IsControl(text[i]) && text[i] != '\n'))
            {
                draft.Findings.Error(place.Inside(text, i), $"{name} has the control or broken character U+{(int)text[i]:X4}; delete it (a tab: use spaces)");
                return;
            }
        }
    }

    private static void CheckOneLine(Draft draft, TextPiece piece)
    {
        if (piece.Text.Contains('\n'))
        {
            draft.Findings.Error(piece.Place, $"{piece.Name} has several lines, but is shown on one; join them");
        }

        if (piece.Text.AsSpan().IndexOfAny("*~`") >= 0)
        {
            draft.Findings.Warn(piece.Place, $"{piece.Name} has formatting characters (*, ~ or `), which are shown as they stand there; remove them");
        }
    }

    private static void CheckTitles(Draft draft, NodeDraft node)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var (option, place) in node.Node.Options.Zip(node.OptionPlaces))
        {
            if (!seen.Add(option.Title))
            {
                draft.Findings.Error(place, $"the title '{option.Title}' appears twice in '{node.Node.Id}'; give each option its own");
            }
        }
    }
}
