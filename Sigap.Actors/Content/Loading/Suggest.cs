namespace Sigap.Content.Loading;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Suggest
{
    private const int MostDistance = 3;

    /// <summary>" Did you mean 'x'?", or nothing when no known name is near.</summary>
    public static string Near(string written, IEnumerable<string> known)
    {
        var best = known
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(candidate => candidate.Distance <= Math.Min(MostDistance, written.Length / 2))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();

        return best.Name is null ? "" : $" Did you mean '{best.Name}'?";
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostDistance)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();

        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;

            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
