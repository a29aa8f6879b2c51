using System.Runtime.CompilerServices;

namespace Sigap.Language;

/// <summary>What the rules of the vocabulary give each intent for a set of concepts.</summary>
internal readonly record struct Scores(Intent Best, double BestScore, Intent Second, double SecondScore)
{
    private const int Intents = (int)Intent.Back + 1;

    public static Scores Of(in ConceptSet concepts, Vocabulary vocabulary)
    {
        var scores = default(PerIntent);
        foreach (var rule in vocabulary.Rules)
        {
            if (concepts.HasAll(rule.All) && !concepts.HasAny(rule.None))
            {
                scores[(int)rule.Intent] += rule.Weight;
            }
        }

        var result = default(Scores);
        for (var intent = 1; intent < Intents; intent++)
        {
            if (scores[intent] > result.BestScore)
            {
                result = new Scores((Intent)intent, scores[intent], result.Best, result.BestScore);
            }
            else if (scores[intent] > result.SecondScore)
            {
                result = result with { Second = (Intent)intent, SecondScore = scores[intent] };
            }
        }

        return result;
    }

    [InlineArray(Intents)]
    private struct PerIntent
    {
        private double _first;
    }
}
