using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sigap.Language;

/// <summary>A word of the vocabulary: what it stands for, and which language it betrays.</summary>
internal readonly record struct Entry(int Lemma, Tongue Tongue);

/// <summary>Which language a word betrays, and how strongly.</summary>
[Flags]
internal enum Tongue
{
    None = 0,
    Indonesian = 1,
    English = 2,
    Function = 4,
}

/// <summary>
/// Finds the vocabulary word behind a word as typed: itself, without drawn-out letters, without affixes, with the vowels put
/// back, with a letter or two corrected, or as two words written as one.
/// </summary>
internal sealed class Lexicon
{
    private const int ShortestGuessed = 5;

    private readonly FrozenDictionary<string, Entry> _words;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Misspellings _misspellings;
    private readonly Skeletons _skeletons;
    private readonly Affixes.Search _findLemma;
    private readonly Affixes.Search _findMisspelt;
    private readonly Affixes.Search _findMisspeltStem;

    public Lexicon(ImmutableArray<KeyValuePair<string, Entry>> words)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _exact = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _misspellings = new Misspellings(words);
        _skeletons = new Skeletons(words);
        _findLemma = word => _exact.TryGetValue(word, out var entry) ? entry.Lemma : -1;
        _findMisspelt = word => word.Length < ShortestGuessed ? -1 : _misspellings.Find(word);
        _findMisspeltStem = word => word.Length <= ShortestGuessed ? -1 : _misspellings.Find(word);
    }

    /// <summary>The lemma, with the language if the word is spelt as in the vocabulary; -1 for a word we do not know.</summary>
    public Entry Find(ReadOnlySpan<char> typed)
    {
        if (_exact.TryGetValue(typed, out var entry))
        {
            return entry;
        }

        if (typed.Length is < 3 or > EditDistance.LongestWord)
        {
            return new Entry(-1, Tongue.None);
        }

        Span<char> squeezed = stackalloc char[typed.Length];
        var word = Squeeze(typed, squeezed, 3);
        if (word.Length < typed.Length && _exact.TryGetValue(word, out entry))
        {
            return entry;
        }

        Span<char> single = stackalloc char[typed.Length];
        var thin = Squeeze(word, single, 2);
        if (thin.Length < word.Length && _exact.TryGetValue(thin, out entry))
        {
            return entry;
        }

        return new Entry(Guess(word, thin), Tongue.None);
    }

    private int Guess(ReadOnlySpan<char> word, ReadOnlySpan<char> thin)
    {
        var lemma = Affixes.Find(word, _findLemma);
        if (lemma < 0 && thin.Length < word.Length)
        {
            lemma = Affixes.Find(thin, _findLemma);
        }

        if (lemma < 0)
        {
            lemma = _skeletons.Find(word);
        }

        if (lemma < 0)
        {
            lemma = _findMisspelt(word);
        }

        // A stem that must itself be corrected is a guess upon a guess: only for long ones.
        if (lemma < 0 && word.Length >= 8)
        {
            lemma = Affixes.Find(word, _findMisspeltStem);
        }

        return lemma;
    }

    /// <summary>Two words written as one: <c>cekstatus</c>. Gives the length of the first, or 0.</summary>
    public int SplitJoined(ReadOnlySpan<char> typed)
    {
        if (typed.Length is < 7 or > EditDistance.LongestWord)
        {
            return 0;
        }

        for (var first = typed.Length - 3; first >= 3; first--)
        {
            if (_exact.ContainsKey(typed[..first]) && Find(typed[first..]) is { Lemma: >= 0 })
            {
                return first;
            }
        }

        return 0;
    }

    /// <summary>Runs of <paramref name="longRun"/> or more of the same letter become one: halooo, bangettt.</summary>
    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> word, Span<char> into, int longRun)
    {
        var length = 0;
        for (var at = 0; at < word.Length;)
        {
            var end = at + 1;
            while (end < word.Length && word[end] == word[at])
            {
                end++;
            }

            var keep = end - at >= longRun ? 1 : end - at;
            for (var i = 0; i < keep; i++)
            {
                into[length++] = word[at];
            }

            at = end;
        }

        return into[..length];
    }
}
