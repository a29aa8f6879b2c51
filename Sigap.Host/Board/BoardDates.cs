using System.Globalization;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Host.Board;

/// <summary>Dates on the wall, in both languages.</summary>
internal static class BoardDates
{
    /// <summary>Without the year, which everybody in the hall knows: Selasa, 24 November.</summary>
    public static string Short(DateOnly date) =>
        BoardMarkup.Both(WithoutYear(date, LanguageCode.Indonesian), WithoutYear(date, LanguageCode.English));

    /// <summary>As somebody says it on a given day.</summary>
    public static string Seen(DateOnly date, DateOnly today) => date == today
        ? BoardMarkup.Both("hari ini", "today")
        : BoardMarkup.Both(CalendarWords.Day(date, LanguageCode.Indonesian), CalendarWords.Day(date, LanguageCode.English));

    /// <summary>10.00, as clocks in Indonesia show it.</summary>
    public static string Time(TimeOnly time) => CalendarWords.Time(time, LanguageCode.Indonesian);

    private static string WithoutYear(DateOnly date, LanguageCode language) => CalendarWords.Day(date, language)
        .Replace(date.Year.ToString(CultureInfo.InvariantCulture), "", StringComparison.Ordinal)
        .TrimEnd();
}
