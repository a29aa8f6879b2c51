using System.Collections.Immutable;

namespace Sigap.Language;

/// <summary>Words typed without their vowels: <c>syrt</c>, <c>pmbyrn</c>, <c>pspor</c>.</summary>
internal sealed class Skeletons
{
    private const int ShortestSkeleton = 3;
    private const int ShortestWord = 5;

    private readonly Dictionary<string, List<(string Word, int Lemma)>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Word, int Lemma)>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Skeletons(ImmutableArray<KeyValuePair<string, Entry>> words)
    {
        Span<char> buffer = stackalloc char[EditDistance.LongestWord];
        foreach (var (word, entry) in words.Where(word => word.Key.Length is >= ShortestWord and <= EditDistance.LongestWord))
        {
            var skeleton = Of(word, buffer);
            if (skeleton.Length < ShortestSkeleton)
            {
                continue;
            }

            var key = skeleton.ToString();
            if (!_words.TryGetValue(key, out var list))
            {
                _words[key] = list = [];
            }

            list.Add((word, entry.Lemma));
        }

        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Find(ReadOnlySpan<char> typed)
    {
        Span<char> buffer = stackalloc char[EditDistance.LongestWord];
        var skeleton = Of(typed, buffer);
        if (skeleton.Length < ShortestSkeleton || !_lookup.TryGetValue(skeleton, out var candidates))
        {
            return -1;
        }

        foreach (var (word, lemma) in candidates)
        {
            if (word.Length > typed.Length && word[0] == typed[0] && IsWithin(typed, word))
            {
                return lemma;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (at == 0 || word[at] is not ('a' or 'e' or 'i' or 'o' or 'u'))
            {
                buffer[length++] = word[at];
            }
        }

        return buffer[..length];
    }

    /// <summary>The letters typed all stand in the word, in order.</summary>
    private static bool IsWithin(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        var at = 0;
        foreach (var c in word)
        {
            if (at < typed.Length && c == typed[at])
            {
                at++;
            }
        }

        return at == typed.Length;
    }
}
