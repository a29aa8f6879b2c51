namespace Sigap.Language;

/// <summary>
/// A light stemmer: takes off the endings and beginnings of Indonesian, Javanese, Sundanese and English as people type them,
/// one of each at most, and asks after every cut whether what is left is a word of the vocabulary.
/// </summary>
internal static class Affixes
{
    // The number is the least that must be left: a short ending needs a longer stem to be believed.
    private static readonly (string Text, int Left)[] Endings =
    [
        ("nya", 2), ("nyaa", 3), ("ny", 4), ("kah", 4), ("lah", 4), ("kan", 3), ("ku", 4), ("mu", 4), ("in", 3), ("an", 4),
        ("na", 4), ("ne", 4), ("ane", 4), ("ipun", 4), ("pun", 4), ("ke", 4), ("e", 4), ("i", 4), ("innya", 3), ("kannya", 3), ("annya", 4),
        ("inlah", 3), ("s", 4), ("es", 4), ("ing", 3), ("ed", 4), ("d", 4),
    ];

    private static readonly (string Text, int Left)[] Beginnings =
    [
        ("di", 3), ("nge", 3), ("menge", 3), ("meng", 4), ("mem", 4), ("men", 4), ("me", 4), ("ber", 4), ("ter", 4), ("ke", 4),
        ("ng", 4), ("ny", 4), ("m", 4), ("n", 4), ("se", 4), ("tak", 5), ("di", 3), ("ku", 4),
    ];

    // mem(p)erpanjang, men(t)ukar, meng(k)irim, ny(c)ari: the nasal has swallowed the first letter of the stem.
    private static readonly (string Text, char Swallowed)[] Nasals =
    [
        ("mem", 'p'), ("men", 't'), ("meny", 's'), ("meng", 'k'), ("ny", 'c'), ("ny", 's'), ("ng", 'k'), ("m", 'p'), ("n", 't'), ("m", 'b'),
    ];

    public delegate int Search(ReadOnlySpan<char> word);

    /// <summary>The first stem that <paramref name="find"/> knows (a value not negative), or -1.</summary>
    public static int Find(ReadOnlySpan<char> word, Search find)
    {
        var found = Beginning(word, find);
        if (found >= 0)
        {
            return found;
        }

        foreach (var (ending, left) in Endings)
        {
            if (word.Length - ending.Length < left || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            found = find(stem);
            if (found < 0)
            {
                found = Beginning(stem, find);
            }

            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    private static int Beginning(ReadOnlySpan<char> word, Search find)
    {
        foreach (var (beginning, left) in Beginnings)
        {
            if (word.Length - beginning.Length >= left && word.StartsWith(beginning, StringComparison.Ordinal)
                && find(word[beginning.Length..]) is >= 0 and var found)
            {
                return found;
            }
        }

        Span<char> whole = stackalloc char[EditDistance.LongestWord + 1];
        foreach (var (nasal, swallowed) in Nasals)
        {
            var left = word.Length - nasal.Length;
            if (left < 3 || left >= EditDistance.LongestWord || !word.StartsWith(nasal, StringComparison.Ordinal))
            {
                continue;
            }

            whole[0] = swallowed;
            word[nasal.Length..].CopyTo(whole[1..]);
            if (find(whole[..(left + 1)]) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }
}
