using System.Runtime.InteropServices;

namespace Sigap.Language;

/// <summary>Birth dates as people type them: 17-08-1990, 17081990, 17 agustus 1990, 1990-08-17.</summary>
public static class BirthDates
{
    private const int OldestAge = 120;
    private const int OldestAgeOfShortYear = 100;

    /// <summary>Null when the text holds no date, or one that cannot be a birth date on <paramref name="today"/>.</summary>
    public static DateOnly? Find(string text, DateOnly today)
    {
        var parts = Parts(Folding.Fold(text ?? ""));

        foreach (var window in Windows(parts))
        {
            if (Read(parts, window, today) is { } date && IsPossible(date, today))
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Triples first, then digits written as one group, so that "17 08 1990" is not searched for pieces.</summary>
    private static IEnumerable<(int Start, int Length)> Windows(List<Part> parts)
    {
        for (var at = 0; at + 2 < parts.Count; at++)
        {
            yield return (at, 3);
        }

        for (var at = 0; at < parts.Count; at++)
        {
            yield return (at, 1);
        }
    }

    private static DateOnly? Read(List<Part> parts, (int Start, int Length) window, DateOnly today)
    {
        var span = CollectionsMarshal.AsSpan(parts).Slice(window.Start, window.Length);

        return span switch
        {
            [{ IsMonth: false, Digits: 8 or 6 } group] => FromGroup(group, today),
            [{ IsMonth: true } month, { IsMonth: false } day, { IsMonth: false } year] => FromNamed(day, month, year, today),
            [{ IsMonth: false, Digits: 4 } year, { IsMonth: true } month, { IsMonth: false } day] => FromNamed(day, month, year, today),
            [{ IsMonth: false } day, { IsMonth: true } month, { IsMonth: false } year] => FromNamed(day, month, year, today),
            [{ IsMonth: false } first, { IsMonth: false } second, { IsMonth: false } third] => FromNumbers(first, second, third, today),
            _ => null,
        };
    }

    private static DateOnly? FromNamed(Part day, Part month, Part year, DateOnly today) =>
        day.Digits is 0 or > 2 ? null
        : year.Digits == 2 ? ShortYear(year.Value, y => CalendarDates.Of(y, month.Value, day.Value), today)
        : year.Digits == 4 ? CalendarDates.Of(year.Value, month.Value, day.Value)
        : null;

    private static DateOnly? FromNumbers(Part first, Part second, Part third, DateOnly today) =>
        (first.Digits, second.Digits, third.Digits) switch
        {
            (1 or 2, 1 or 2, 4) or (4, 1 or 2, 1 or 2) => CalendarDates.FromNumbers(first.Value, second.Value, third.Value),
            (1 or 2, 1 or 2, 2) => ShortYear(third.Value, year => CalendarDates.FromDayFirst(first.Value, second.Value, year), today),
            _ => null,
        };

    private static DateOnly? FromGroup(Part group, DateOnly today)
    {
        if (group.Digits == 8)
        {
            return CalendarDates.FromDigits(group.Text);
        }

        var (day, month) = (group.Value / 10000, group.Value / 100 % 100);
        return ShortYear(group.Value % 100, year => CalendarDates.Of(year, month, day), today);
    }

    /// <summary>The century that puts the date into the past and the person below a hundred.</summary>
    private static DateOnly? ShortYear(int year, Func<int, DateOnly?> date, DateOnly today) =>
        date(2000 + year) is { } young && young <= today ? young
        : date(1900 + year) is { } old && old.AddYears(OldestAgeOfShortYear) > today ? old
        : null;

    private static bool IsPossible(DateOnly date, DateOnly today) =>
        date <= today && (today.Year <= OldestAge || date >= today.AddYears(-OldestAge));

    /// <summary>Numbers and month names in order; "tanggal", "bulan", "tahun" and the endings of 17th may stand between, other words may not.</summary>
    private static List<Part> Parts(string folded)
    {
        var parts = new List<Part>();
        foreach (var token in Tokens.Split(folded))
        {
            var text = token.Of(folded);
            if (token.IsNumber)
            {
                parts.Add(new Part(false, text.Length <= 8 ? CalendarDates.Number(text) : 0, text.Length, text.ToString()));
            }
            else if (MonthNames.Find(text) is > 0 and var month)
            {
                parts.Add(new Part(true, month, 0, ""));
            }
            else if (text is not ("tanggal" or "tgl" or "bulan" or "bln" or "tahun" or "thn" or "th" or "st" or "nd" or "rd" or "of"))
            {
                // A word breaks the row: "2 paspor 10 tahun 2020" is no date.
                parts.Add(new Part(false, 0, 0, ""));
            }
        }

        return parts;
    }

    /// <param name="Digits">How many digits were typed; 0 for a word.</param>
    private readonly record struct Part(bool IsMonth, int Value, int Digits, string Text);
}
