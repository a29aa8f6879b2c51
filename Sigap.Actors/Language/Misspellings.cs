using System.Collections.Immutable;
using System.Numerics;

namespace Sigap.Language;

/// <summary>
/// The nearest vocabulary word within one slip for words up to six letters and two for longer ones. The first letter is
/// rarely wrong, so only words are compared that begin with the first or second letter typed; a mask of the letters
/// rules out most of those before any distance is computed.
/// </summary>
internal sealed class Misspellings
{
    private const int ShortestCorrected = 4;
    private const int TwoSlipsFrom = 7;

    private readonly Candidate[][] _byFirstLetter;

    public Misspellings(ImmutableArray<KeyValuePair<string, Entry>> words)
    {
        _byFirstLetter = [.. Enumerable.Range('a', 26).Select(letter => words
            .Where(word => word.Key.Length is >= ShortestCorrected and <= EditDistance.LongestWord && word.Key[0] == letter)
            .Select(word => new Candidate(word.Key, word.Value.Lemma, Letters(word.Key)))
            .ToArray())];
    }

    /// <summary>The lemma of the nearest word, the earlier of the vocabulary among equals; -1 when none is near.</summary>
    public int Find(ReadOnlySpan<char> typed)
    {
        if (typed.Length is < ShortestCorrected or > EditDistance.LongestWord || !char.IsAsciiLetterLower(typed[0]))
        {
            return -1;
        }

        var limit = typed.Length >= TwoSlipsFrom ? 2 : 1;
        var letters = Letters(typed);
        var best = new Best(-1, limit + 1);

        Search(_byFirstLetter[typed[0] - 'a'], typed, letters, ref best);
        if (best.Lemma < 0 && typed[1] != typed[0] && char.IsAsciiLetterLower(typed[1]))
        {
            Search(_byFirstLetter[typed[1] - 'a'], typed, letters, ref best);
        }

        return best.Lemma;
    }

    private static void Search(Candidate[] candidates, ReadOnlySpan<char> typed, uint letters, ref Best best)
    {
        foreach (var candidate in candidates)
        {
            var limit = Math.Min(best.Distance - 1, candidate.Word.Length >= TwoSlipsFrom - 1 ? 2 : 1);
            if (limit < 1)
            {
                return;
            }

            // One slip changes the set of letters by at most two.
            if (Math.Abs(candidate.Word.Length - typed.Length) > limit
                || BitOperations.PopCount(candidate.Letters ^ letters) > 2 * limit)
            {
                continue;
            }

            var distance = EditDistance.Bounded(typed, candidate.Word, limit);
            if (distance <= limit)
            {
                best = new Best(candidate.Lemma, distance);
            }
        }
    }

    private static uint Letters(ReadOnlySpan<char> word)
    {
        var mask = 0u;
        foreach (var c in word)
        {
            mask |= 1u << (c & 31);
        }

        return mask;
    }

    private readonly record struct Candidate(string Word, int Lemma, uint Letters);

    private readonly record struct Best(int Lemma, int Distance);
}
