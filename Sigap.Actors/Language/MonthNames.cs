namespace Sigap.Language;

/// <summary>Month names in Indonesian and English, short, long and misspelt.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["januari", "january", "jan"],
        ["februari", "february", "pebruari", "feb", "peb"],
        ["maret", "march", "mar", "mrt"],
        ["april", "apr"],
        ["mei", "may"],
        ["juni", "june", "jun"],
        ["juli", "july", "jul"],
        ["agustus", "august", "agu", "agt", "ags", "aug", "agst"],
        ["september", "sep", "sept"],
        ["oktober", "october", "okt", "oct"],
        ["november", "nopember", "nov", "nop"],
        ["desember", "december", "des", "dec"],
    ];

    /// <summary>1 to 12, or 0 for a word that is no month.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        var best = 0;
        var nearest = 3;

        for (var month = 0; month < Names.Length; month++)
        {
            foreach (var name in Names[month])
            {
                // Short names stand too close together (jun, jul) to be guessed at.
                var limit = name.Length >= 7 && word.Length >= 5 ? 2 : name.Length >= 5 && word.Length >= 4 ? 1 : 0;
                var distance = EditDistance.Bounded(word, name, limit);
                if (distance <= limit && distance < nearest)
                {
                    (best, nearest) = (month + 1, distance);
                }
            }
        }

        return best;
    }
}
