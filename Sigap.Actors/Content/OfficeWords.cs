using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>Opening hours in words.</summary>
internal static class OfficeWords
{
    private const int NextClosedDates = 3;

    public static readonly ImmutableArray<DayOfWeek> Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>One line for each run of weekdays with equal hours: <c>Senin-Kamis 08.00-12.00, 13.00-16.00 WIB</c>.</summary>
    public static string Weekly(
        ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> hours, Office office, LanguageCode language) =>
        Runs(Week.Select(day => (day, hours.GetValueOrDefault(day, []))), office, language);

    /// <summary>The same for weekdays that follow each other.</summary>
    public static string Runs(IEnumerable<(DayOfWeek Day, ImmutableArray<OpenHours> Hours)> week, Office office, LanguageCode language)
    {
        var runs = new List<(List<DayOfWeek> Days, string Hours)>();

        foreach (var (day, open) in week)
        {
            var line = Hours(open, office, language);

            if (runs is [.., var last] && last.Hours == line)
            {
                last.Days.Add(day);
            }
            else
            {
                runs.Add(([day], line));
            }
        }

        return string.Join('\n', runs.Select(run => $"{Days(run.Days, language)} {run.Hours}"));
    }

    public static string Hours(ImmutableArray<OpenHours> open, Office office, LanguageCode language) =>
        open.IsEmpty ? Closed(language) : $"{Line(open, language)} {office.ZoneName}";

    public static string Today(ContentSet content, Office office, LanguageCode language, DateOnly today) =>
        ClosedDays.Reason(content, office, today) is { } reason ? ClosedToday(reason.In(language), language)
        : office.HoursOn(today) is { IsEmpty: false } open ? OpenToday(open, SpecialName(office, today), office, language)
        : ClosedToday(Weekend(language), language);

    public static string NextClosed(ContentSet content, Office office, LanguageCode language, DateOnly today)
    {
        var lines = ClosedDays.From(content, office, today).Take(NextClosedDates)
            .Select(closed => ClosedLine(closed.Date, closed.Reason, closed.Estimated, language))
            .ToList();

        return lines.Count > 0 ? string.Join('\n', lines) : NoneKnown(language);
    }

    /// <summary>The longest that <see cref="Today"/> can become on any day.</summary>
    public static string LongestToday(ContentSet content, Office office, LanguageCode language) =>
        office.Hours.Values.Select(open => OpenToday(open, null, office, language))
            .Concat(office.SpecialHours.SelectMany(special =>
                special.Hours.Values.Select(open => OpenToday(open, special.Name, office, language))))
            .Concat(AllReasons(content, office).Select(reason => ClosedToday(reason.In(language), language)))
            .Append(ClosedToday(Weekend(language), language))
            .MaxBy(line => line.Length)!;

    /// <summary>The longest that <see cref="NextClosed"/> can become on any day.</summary>
    public static string LongestNextClosed(ContentSet content, Office office, LanguageCode language)
    {
        var lines = ClosedDays.From(content, office, DateOnly.MinValue)
            .Select(closed => ClosedLine(closed.Date, closed.Reason, closed.Estimated, language))
            .OrderByDescending(line => line.Length)
            .Take(NextClosedDates)
            .ToList();

        var longest = string.Join('\n', lines);

        return longest.Length > NoneKnown(language).Length ? longest : NoneKnown(language);
    }

    private static IEnumerable<LocalizedText> AllReasons(ContentSet content, Office office) =>
        content.Holidays.Values.Select(holiday => holiday.Name).Concat(office.Closures.Values);

    private static string Days(List<DayOfWeek> days, LanguageCode language) => days.Count > 2
        ? $"{CalendarWords.Weekday(days[0], language)}-{CalendarWords.Weekday(days[^1], language)}"
        : string.Join(", ", days.Select(day => CalendarWords.Weekday(day, language)));

    private static string Line(ImmutableArray<OpenHours> hours, LanguageCode language) => string.Join(", ", hours.Select(open =>
        $"{CalendarWords.Time(open.From, language)}-{CalendarWords.Time(open.To, language)}"));

    private static string OpenToday(ImmutableArray<OpenHours> open, LocalizedText? special, Office office, LanguageCode language) =>
        $"{(language == LanguageCode.English ? "Open today" : "Hari ini buka")} {Hours(open, office, language)}"
        + (special is null ? "" : $" ({special.In(language)})");

    /// <summary>Null when the hours of the day are the usual ones, even in a time of special hours.</summary>
    private static LocalizedText? SpecialName(Office office, DateOnly date) =>
        office.SpecialOn(date) is { } special && special.Hours.ContainsKey(date.DayOfWeek) ? special.Name : null;

    private static string ClosedToday(string reason, LanguageCode language) =>
        $"{(language == LanguageCode.English ? "Closed today" : "Hari ini tutup")}: {reason}";

    private static string ClosedLine(DateOnly date, LocalizedText reason, bool estimated, LanguageCode language) =>
        $"{CalendarWords.Day(date, language)}: {reason.In(language)}{(estimated ? Estimated(language) : "")}";

    private static string Closed(LanguageCode language) => language == LanguageCode.English ? "closed" : "tutup";

    private static string Weekend(LanguageCode language) => language == LanguageCode.English ? "no counter service" : "bukan hari layanan";

    public static string Estimated(LanguageCode language) => language == LanguageCode.English ? " (expected date)" : " (perkiraan)";

    private static string NoneKnown(LanguageCode language) =>
        language == LanguageCode.English ? "None announced yet" : "Belum ada yang diumumkan";
}
