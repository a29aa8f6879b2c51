using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>Everything that code or another file refers to by name is there, in the language it will be said in.</summary>
internal static class DemandCheck
{
    public static void Run(Draft draft)
    {
        foreach (var fact in ContentKeys.Facts.Where(fact => !draft.Facts.ContainsKey(fact)))
        {
            draft.Findings.Error(draft.Top("facts.yaml"), $"the fact '{fact}' is missing, but dialogues calculate with it; add it");
        }

        foreach (var language in LanguageCodes.All)
        {
            var nodes = draft.Nodes.Where(node => node.Language == language && node.Office is null)
                .Select(node => node.Node.Id).ToHashSet(StringComparer.Ordinal);
            var phrases = draft.Phrases.Where(phrase => phrase.Language == language && phrase.Office is null)
                .Select(phrase => phrase.Id).ToHashSet(StringComparer.Ordinal);
            var folder = draft.Top($"content/{language.Code()}");

            foreach (var key in ContentKeys.Nodes.Where(key => !nodes.Contains(key.Id)))
            {
                draft.Findings.Error(folder, $"the node '{key.Id}' is missing, but a dialogue says it; add it.{Suggest.Near(key.Id, nodes)}");
            }

            foreach (var key in ContentKeys.Phrases.Where(key => !phrases.Contains(key.Id)))
            {
                draft.Findings.Error(folder, $"the phrase '{key.Id}' is missing, but a dialogue says it; add it.{Suggest.Near(key.Id, phrases)}");
            }

            foreach (var (kind, place) in draft.Requirements.Values)
            {
                Demand(draft, language, kind, place, nodes, phrases);
            }
        }

        WarnUnused(draft);
    }

    private static void Demand(
        Draft draft, LanguageCode language, RequirementKind kind, Place place, HashSet<string> nodes, HashSet<string> phrases)
    {
        foreach (var id in kind.Questions.Select(RequirementTexts.Question).Where(id => !nodes.Contains(id)))
        {
            draft.Findings.Error(place, $"'{kind.Id}' asks a question without text; add the node '{id}' under content/{language.Code()}");
        }

        foreach (var id in RequirementTexts.Phrases(kind).Where(id => !phrases.Contains(id)))
        {
            draft.Findings.Error(place, $"'{kind.Id}' needs a text; add the phrase '{id}' under content/{language.Code()}.{Suggest.Near(id, phrases)}");
        }
    }

    private static void WarnUnused(Draft draft)
    {
        var used = ContentKeys.Phrases.Select(key => key.Id)
            .Concat(draft.Requirements.Values.SelectMany(entry => RequirementTexts.Phrases(entry.Kind)))
            .ToHashSet(StringComparer.Ordinal);

        // Composed options take their title from the phrase of their name.
        foreach (var phrase in draft.Phrases.Where(phrase =>
            !used.Contains(phrase.Id) && !phrase.Id.StartsWith("option.", StringComparison.Ordinal)))
        {
            draft.Findings.Warn(phrase.Place, $"nothing says the phrase '{phrase.Id}'; delete it or correct its id.{Suggest.Near(phrase.Id, used)}");
        }
    }
}
