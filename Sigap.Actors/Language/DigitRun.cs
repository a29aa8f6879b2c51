using System.Text;

namespace Sigap.Language;

/// <summary>Groups of digits with nothing between them but a space, dot, dash, slash or the like.</summary>
internal static class DigitRun
{
    private const int WidestGap = 3;

    public readonly record struct Group(int Start, int Length)
    {
        public int End => Start + Length;
    }

    public static List<Group> At(string folded, int start)
    {
        var groups = new List<Group>(4);
        for (var at = start; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && char.IsAsciiDigit(folded[end]))
            {
                end++;
            }

            groups.Add(new Group(at, end - at));

            at = end;
            while (at < folded.Length && at - end < WidestGap && folded[at] is ' ' or '.' or '-' or '/' or '_' or '(' or ')' or '\n')
            {
                at++;
            }

            if (at == end || at >= folded.Length || !char.IsAsciiDigit(folded[at]))
            {
                break;
            }
        }

        return groups;
    }

    public static string Digits(string folded, List<Group> run, int first, int last)
    {
        if (first == last)
        {
            return folded.Substring(run[first].Start, run[first].Length);
        }

        var builder = new StringBuilder();
        for (var at = first; at <= last; at++)
        {
            builder.Append(folded, run[at].Start, run[at].Length);
        }

        return builder.ToString();
    }

    /// <summary>How many groups from <paramref name="first"/> on are a date: three, one (17081990), or none.</summary>
    public static int DateLength(string folded, List<Group> run, int first)
    {
        if (run[first].Length == 8)
        {
            return CalendarDates.FromDigits(Digits(folded, run, first, first)) is null ? 0 : 1;
        }

        if (first + 2 >= run.Count || run[first].Length > 4 || run[first + 1].Length > 2 || run[first + 2].Length > 4)
        {
            return 0;
        }

        return CalendarDates.FromNumbers(Value(folded, run[first]), Value(folded, run[first + 1]), Value(folded, run[first + 2])) is null
            ? 0
            : 3;
    }

    /// <summary>Times (08.00-12.00), sums (350.000) and years (2008/2018).</summary>
    public static bool IsNoNumber(string folded, List<Group> run, int first)
    {
        var onlyPairs = true;
        var onlyYears = true;
        var sum = run[first].Length <= 3 && run.Count - first <= 4 && folded[run[first].End] == '.';

        for (var at = first; at < run.Count; at++)
        {
            onlyPairs &= run[at].Length <= 2;
            onlyYears &= run[at].Length == 4 && Value(folded, run[at]) is >= 1900 and <= 2100;
            sum &= at == first || (run[at].Length == 3 && folded[run[at].Start - 1] == '.');
        }

        return onlyPairs || onlyYears || sum;
    }

    private static int Value(string folded, Group group)
    {
        var value = 0;
        for (var at = group.Start; at < group.End; at++)
        {
            value = (value * 10) + folded[at] - '0';
        }

        return value;
    }
}
