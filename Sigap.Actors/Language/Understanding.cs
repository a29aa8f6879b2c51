using Sigap.Kernel;

namespace Sigap.Language;

/// <summary>
/// Reads a text with the words, concepts and weights of a <see cref="Vocabulary"/>: the heaviest intent wins. Two questions in
/// one text are told from one question with two subjects by reading its parts each by itself.
/// </summary>
public sealed class Understanding(Vocabulary vocabulary, IEnumerable<string> officeCodes) : IUnderstanding
{
    /// <summary>Below this nothing was understood.</summary>
    private const double Enough = 2;

    /// <summary>A part of a text that weighs this much is a question of its own.</summary>
    private const double Clear = 3.5;

    /// <summary>Two intents this near to each other need a question back.</summary>
    private const double NearTie = 0.75;

    private readonly NumberFinder _numbers = new(officeCodes);

    public Reading Read(string text)
    {
        var folded = Folding.Fold(text ?? "");
        var tokens = Tokens.Split(folded);
        var numbers = _numbers.Find(folded);
        var wording = Wording.Of(folded, tokens, vocabulary);
        var fromNumbers = Signals.Of(numbers) | (folded.Contains('?', StringComparison.Ordinal) ? Signals.Question : default);

        if (numbers.IsEmpty && wording.MenuDigit(folded) is { } digit)
        {
            return new Reading(Intent.Unknown, Numbers: numbers, Digit: digit);
        }

        var concepts = vocabulary.WithUmbrellas(wording.Concepts(0, wording.Count) | fromNumbers);
        var scores = Scores.Of(concepts, vocabulary);
        var intent = scores.BestScore >= Enough ? scores.Best : Intent.Unknown;
        Intent? alsoAsked = null;

        if (IsActionable(intent) && Parts(wording, intent) is var (first, second, firstConcepts))
        {
            (intent, alsoAsked, concepts) = (first, second, firstConcepts | fromNumbers);
        }

        Intent? rival = alsoAsked is null && IsActionable(intent) && IsActionable(scores.Second)
            && scores.BestScore - scores.SecondScore <= NearTie && scores.SecondScore >= Clear
            ? scores.Second
            : null;

        return new Reading(
            intent,
            rival,
            alsoAsked,
            Topic(intent, concepts),
            numbers,
            Digit: null,
            Spoken: wording.Spoken switch
            {
                Tongue.Indonesian => LanguageCode.Indonesian,
                Tongue.English => LanguageCode.English,
                _ => null,
            },
            WantedLanguage: intent == Intent.LanguageSwitch ? Wanted(concepts) : null);
    }

    private static bool IsActionable(Intent intent) =>
        intent is Intent.Status or Intent.Payment or Intent.Requirements or Intent.PickupQueue or Intent.OfficeHours;

    /// <summary>Two clear questions of different intents, the first being what was asked; null for anything else.</summary>
    private (Intent First, Intent Second, ConceptSet Concepts)? Parts(Wording wording, Intent whole)
    {
        (Intent Intent, ConceptSet Concepts)? first = null;

        for (var start = 0; start < wording.Count;)
        {
            var end = start + 1;
            while (end < wording.Count && !wording.Opens(end) && !wording.IsJoin(end))
            {
                end++;
            }

            var concepts = vocabulary.WithUmbrellas(wording.Concepts(start, end));
            start = end;

            var scores = concepts.HasAny(vocabulary.Known.Asking) ? Scores.Of(concepts, vocabulary) : default;
            if (!IsActionable(scores.Best) || scores.BestScore < Clear)
            {
                continue;
            }

            if (first is null)
            {
                first = (scores.Best, concepts);
            }
            else if (scores.Best != first.Value.Intent)
            {
                return whole == first.Value.Intent || whole == scores.Best
                    ? (first.Value.Intent, scores.Best, first.Value.Concepts)
                    : null;
            }
        }

        return null;
    }

    private string? Topic(Intent intent, in ConceptSet concepts)
    {
        foreach (var topic in vocabulary.Topics)
        {
            if (topic.Intent == intent && concepts.HasAll(topic.All) && !concepts.HasAny(topic.None))
            {
                return topic.Topic;
            }
        }

        return null;
    }

    private LanguageCode? Wanted(in ConceptSet concepts)
    {
        var known = vocabulary.Known;
        var english = concepts.HasAny(known.WantsEnglish);
        var indonesian = concepts.HasAny(known.WantsIndonesian);
        if (english == indonesian)
        {
            return null;
        }

        // "I don't understand Indonesian" asks for the other one.
        return english != concepts.HasAny(known.NotUnderstood) ? LanguageCode.English : LanguageCode.Indonesian;
    }
}
