using System.Text.RegularExpressions;

namespace Sigap.Language;

/// <summary>Days and times to come, as people type them: besok, senin, 25 november, 25/11, jam 9, 09.30, 2 siang.</summary>
public static partial class DaysAndTimes
{
    /// <summary>Hours below this, without a word for the morning, are meant after noon: nobody collects a passport at 2 at night.</summary>
    private const int EarliestHour = 7;

    private static readonly Dictionary<string, int> WordsForDays = new(StringComparer.Ordinal)
    {
        ["hari ini"] = 0,
        ["today"] = 0,
        ["besok"] = 1,
        ["bsk"] = 1,
        ["esok"] = 1,
        ["tomorrow"] = 1,
        ["lusa"] = 2,
    };

    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["senin"] = DayOfWeek.Monday,
        ["selasa"] = DayOfWeek.Tuesday,
        ["rabu"] = DayOfWeek.Wednesday,
        ["kamis"] = DayOfWeek.Thursday,
        ["jumat"] = DayOfWeek.Friday,
        ["jum'at"] = DayOfWeek.Friday,
        ["sabtu"] = DayOfWeek.Saturday,
        ["minggu"] = DayOfWeek.Sunday,
        ["monday"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday,
    };

    /// <summary>The next such day from <paramref name="today"/> on; null when the text names none.</summary>
    public static DateOnly? FindDay(string text, DateOnly today)
    {
        var folded = Folding.Fold(text ?? "");
        return Relative(folded, today) ?? Written(folded, today);
    }

    /// <summary>Null when the text names no time.</summary>
    public static TimeOnly? FindTime(string text)
    {
        var folded = Folding.Fold(text ?? "");
        foreach (var pattern in (Regex[])[TimeWithWord(), TimeWithPart(), TimeWithMinutes(), OnlyHour()])
        {
            if (pattern.Match(folded) is { Success: true } found && Time(found, folded) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static DateOnly? Relative(string folded, DateOnly today)
    {
        foreach (var (word, days) in WordsForDays)
        {
            if (HasWord(folded, word))
            {
                return today.AddDays(days);
            }
        }

        foreach (var (word, weekday) in Weekdays)
        {
            if (HasWord(folded, word))
            {
                var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
                return today.AddDays(ahead == 0 ? 7 : ahead);
            }
        }

        return null;
    }

    private static DateOnly? Written(string folded, DateOnly today)
    {
        if (YearFirst().Match(folded) is { Success: true } iso)
        {
            return CalendarDates.Of(Number(iso, "year"), Number(iso, "month"), Number(iso, "day"));
        }

        foreach (Match named in DayAndName().Matches(folded))
        {
            if (MonthNames.Find(named.Groups["name"].ValueSpan) is > 0 and var month)
            {
                return Next(today, named.Groups["year"], month, Number(named, "day"));
            }
        }

        if (DayAndMonth().Match(folded) is { Success: true } numbers)
        {
            return Next(today, numbers.Groups["year"], Number(numbers, "month"), Number(numbers, "day"));
        }

        return DayOfMonth().Match(folded) is { Success: true } only ? NextOfMonth(today, Number(only, "day")) : null;
    }

    /// <summary>Without a year, the next such date.</summary>
    private static DateOnly? Next(DateOnly today, Group year, int month, int day)
    {
        if (year.Success)
        {
            var written = CalendarDates.Number(year.ValueSpan);
            return CalendarDates.Of(written < 100 ? 2000 + written : written, month, day);
        }

        return CalendarDates.Of(today.Year, month, day) is { } thisYear && thisYear >= today
            ? thisYear
            : CalendarDates.Of(today.Year + 1, month, day);
    }

    private static DateOnly? NextOfMonth(DateOnly today, int day)
    {
        var next = today.AddMonths(1);
        return CalendarDates.Of(today.Year, today.Month, day) is { } date && date >= today
            ? date
            : CalendarDates.Of(next.Year, next.Month, day);
    }

    private static TimeOnly? Time(Match found, string folded)
    {
        var hour = Number(found, "hour");
        var minute = found.Groups["minute"] is { Success: true } minutes ? CalendarDates.Number(minutes.ValueSpan) : 0;
        var isMorning = HasWord(folded, "pagi") || folded.Contains("am", StringComparison.Ordinal) && MorningLetters().IsMatch(folded);
        if (hour < EarliestHour && !isMorning)
        {
            hour += 12;
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Number(Match found, string group) => CalendarDates.Number(found.Groups[group].ValueSpan);

    private static bool HasWord(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(folded[at - 1])) && (end == folded.Length || !char.IsLetter(folded[end])))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?:jam|jm|pukul|pkl|at)\s*(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\b")]
    private static partial Regex TimeWithWord();

    [GeneratedRegex(@"\b(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\s*(?:am|pm|pagi|siang|sore)\b")]
    private static partial Regex TimeWithPart();

    [GeneratedRegex(@"(?<![\d.:/-])(?<hour>\d{1,2})[.:](?<minute>\d{2})(?![\d/-]|[.:]\d)")]
    private static partial Regex TimeWithMinutes();

    [GeneratedRegex(@"^\s*(?<hour>\d{1,2})\s*$")]
    private static partial Regex OnlyHour();

    [GeneratedRegex(@"\d\s*am\b")]
    private static partial Regex MorningLetters();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d{2})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})\s*[-/ ]?\s*(?<name>[a-z]{3,9})(?:\s*[-/ ]?\s*(?<year>20\d{2}))?")]
    private static partial Regex DayAndName();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})[-/](?<month>\d{1,2})(?:[-/](?<year>20\d{2}|\d{2}))?(?!\d)")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\b(?:tanggal|tgl)\s*(?<day>\d{1,2})(?!\d)")]
    private static partial Regex DayOfMonth();
}
