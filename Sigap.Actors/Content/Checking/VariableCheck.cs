using System.Collections.Immutable;
using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>Every <c>{variable}</c> is one that will have a value where it is written.</summary>
internal static class VariableCheck
{
    private static readonly ImmutableDictionary<string, ContentKey> NodeKeys = ContentKeys.Nodes.ToImmutableDictionary(key => key.Id);

    private static readonly ImmutableDictionary<string, ContentKey> PhraseKeys = ContentKeys.Phrases.ToImmutableDictionary(key => key.Id);

    public static void Run(Draft draft, ContentSet content)
    {
        if (content.Offices.Values.FirstOrDefault() is not { } office)
        {
            return;
        }

        var standard = new StandardValues(content, office, LanguageCode.Indonesian, draft.Today);

        foreach (var node in draft.Nodes)
        {
            foreach (var piece in node.Pieces)
            {
                Check(draft, standard, NodeKeys.GetValueOrDefault(node.Node.Id), piece.Name, piece.Text, piece.Place);
            }
        }

        foreach (var phrase in draft.Phrases)
        {
            Check(draft, standard, PhraseKeys.GetValueOrDefault(phrase.Id), $"the phrase '{phrase.Id}'", phrase.Text, phrase.Place);
        }
    }

    private static void Check(Draft draft, StandardValues standard, ContentKey? key, string name, string text, Place place)
    {
        foreach (var (start, _, variable) in Template.Variables(text))
        {
            if (standard.Of(variable) is null && key?.LongestValues.ContainsKey(variable) is not true)
            {
                draft.Findings.Error(place.Inside(text, start), $"{name} uses the unknown variable {{{variable}}}; {Remedy(draft, key, variable)}");
            }
        }

        if (Template.StrayBrace(text) is { } index)
        {
            draft.Findings.Error(place.Inside(text, index), $"{name} has a brace that belongs to no variable; write {{name}} with a-z, 0-9, '.', '-', '_', or remove it");
        }
    }

    private static string Remedy(Draft draft, ContentKey? key, string variable)
    {
        var group = variable.Split('.')[0];

        return group switch
        {
            "fee" => $"add the fee to fees.yaml or use one of: {Names(draft.Fees.Keys)}.{Near(draft.Fees.Keys)}",
            "fact" or "rupiah" => $"add the fact to facts.yaml or use one of: {Names(draft.Facts.Keys)}.{Near(draft.Facts.Keys)}",
            _ => $"known here: {Names(StandardValues.OfficeNames.Concat(key?.LongestValues.Keys ?? []))}, fee.…, fact.…, rupiah.…."
                + Suggest.Near(variable, StandardValues.OfficeNames.Concat(key?.LongestValues.Keys ?? [])),
        };

        string Near(IEnumerable<string> ids) => Suggest.Near(variable, ids.Select(id => $"{group}.{id}"));

        static string Names(IEnumerable<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal));
    }
}
