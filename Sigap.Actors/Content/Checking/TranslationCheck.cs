using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>Both languages say the same things, with the same options; an office's own texts replace something that exists.</summary>
internal static class TranslationCheck
{
    public static void Run(Draft draft)
    {
        foreach (var language in LanguageCodes.All)
        {
            var other = LanguageCodes.All.First(candidate => candidate != language);

            CompareNodes(draft, language, other);
            ComparePhrases(draft, language, other);
        }

        CheckOffices(draft);
    }

    private static void CompareNodes(Draft draft, LanguageCode language, LanguageCode other)
    {
        var others = draft.Nodes.Where(node => node.Language == other).ToDictionary(node => (node.Office, node.Node.Id));

        foreach (var mine in draft.Nodes.Where(node => node.Language == language))
        {
            if (!others.TryGetValue((mine.Office, mine.Node.Id), out var theirs))
            {
                Missing(draft, mine.Place, "node", mine.Node.Id, mine.Office, other);
            }
            else if (language == LanguageCode.Indonesian)
            {
                CompareOptions(draft, mine, theirs);
            }
        }
    }

    private static void CompareOptions(Draft draft, NodeDraft indonesian, NodeDraft english)
    {
        var mine = indonesian.Node.Options.Select(option => (option.Id, option.Goto)).ToList();
        var theirs = english.Node.Options.Select(option => (option.Id, option.Goto)).ToList();

        if (!mine.SequenceEqual(theirs))
        {
            draft.Findings.Error(english.Place,
                $"the options of '{english.Node.Id}' differ from the Indonesian ones ({indonesian.Place.File}:{indonesian.Place.Line}); "
                + $"use the same ids, 'go' and order: {string.Join(", ", mine.Select(option => $"{option.Id} → {option.Goto}"))}");
        }
    }

    private static void ComparePhrases(Draft draft, LanguageCode language, LanguageCode other)
    {
        var others = draft.Phrases.Where(phrase => phrase.Language == other).Select(phrase => (phrase.Office, phrase.Id)).ToHashSet();

        foreach (var phrase in draft.Phrases.Where(phrase => phrase.Language == language && !others.Contains((phrase.Office, phrase.Id))))
        {
            Missing(draft, phrase.Place, "phrase", phrase.Id, phrase.Office, other);
        }
    }

    private static void Missing(Draft draft, Place place, string what, string id, OfficeId? office, LanguageCode language)
    {
        if (office is null)
        {
            draft.Findings.Error(place, $"the {what} '{id}' has no {language} text; add it under content/{language.Code()}");
        }
        else
        {
            draft.Findings.Warn(place, $"office '{office}' has its own {what} '{id}' but none in {language}; "
                + $"add it under content/{language.Code()}/offices/{office}");
        }
    }

    private static void CheckOffices(Draft draft)
    {
        var nodes = draft.Nodes.Where(node => node.Office is null).Select(node => (node.Language, node.Node.Id)).ToHashSet();
        var phrases = draft.Phrases.Where(phrase => phrase.Office is null).Select(phrase => (phrase.Language, phrase.Id)).ToHashSet();

        foreach (var node in draft.Nodes.Where(node => node.Office is not null))
        {
            CheckOffice(draft, node.Office!.Value, node.Place, "node", node.Node.Id, nodes.Contains((node.Language, node.Node.Id)));
        }

        foreach (var phrase in draft.Phrases.Where(phrase => phrase.Office is not null))
        {
            CheckOffice(draft, phrase.Office!.Value, phrase.Place, "phrase", phrase.Id, phrases.Contains((phrase.Language, phrase.Id)));
        }
    }

    private static void CheckOffice(Draft draft, OfficeId office, Place place, string what, string id, bool replacesSomething)
    {
        if (!draft.Offices.ContainsKey(office))
        {
            draft.Findings.Error(new Place(place.File, 1), $"there is no office '{office}'; name the folder as a file under offices/."
                + Suggest.Near(office.Value, draft.Offices.Keys.Select(known => known.Value)));
        }
        else if (!replacesSomething)
        {
            draft.Findings.Error(place, $"the {what} '{id}' replaces nothing; correct its id, or add it for all offices first");
        }
    }
}
