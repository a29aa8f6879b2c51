using System.Collections.Immutable;
using System.Globalization;

namespace Sigap.Content.Loading;

/// <summary>Hours by weekday: <c>monday: ["08.00-12.00", "13.00-16.00"]</c>; a missing day is closed.</summary>
internal static class WeekHours
{
    private const string Example = "\"08.00-12.00\"";

    private static readonly Dictionary<string, DayOfWeek> Days =
        Enum.GetValues<DayOfWeek>().ToDictionary(Name, StringComparer.Ordinal);

    public static ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> Read(YamlMap office, string key)
    {
        if (office.Map(key) is not { } week)
        {
            return ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty;
        }

        var hours = Named(week).Where(day => !day.Value.IsEmpty).ToImmutableDictionary();

        if (hours.Count == 0)
        {
            office.Findings.Error(office.PlaceOf(key), $"'{key}' has no open day; write for example monday: [{Example}]");
        }

        return hours;
    }

    /// <summary>Only the weekdays whose hours change; an empty list closes the day.</summary>
    public static ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> ReadChanged(YamlMap entry, string key) =>
        entry.Map(key, required: false) is { } week
            ? Named(week).ToImmutableDictionary()
            : ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty;

    /// <summary>The line of a weekday that was read.</summary>
    public static Place PlaceOf(YamlMap map, string key, DayOfWeek day) =>
        map.Map(key, required: false)?.PlaceOf(Name(day)) ?? map.PlaceOf(key);

    private static IEnumerable<KeyValuePair<DayOfWeek, ImmutableArray<OpenHours>>> Named(YamlMap week)
    {
        foreach (var name in week.Keys)
        {
            if (Days.TryGetValue(name, out var day))
            {
                yield return new(day, Day(week, name));
            }
            else
            {
                week.Findings.Error(week.PlaceOf(name), $"'{name}' is no weekday; write monday to sunday.{Suggest.Near(name, Days.Keys)}");
            }
        }
    }

    private static ImmutableArray<OpenHours> Day(YamlMap week, string name)
    {
        var open = ImmutableArray.CreateBuilder<OpenHours>();

        foreach (var item in week.Items(name))
        {
            if (item.Text is null || Parse(item.Text) is not { } hours)
            {
                week.Findings.Error(item.Place, $"'{item.Text}' are no opening hours; write {Example}, from before to");
            }
            else if (open is [.., var last] && hours.From < last.To)
            {
                week.Findings.Error(item.Place, $"'{item.Text}' begins before the hours in front of it end; put them in order without overlap");
            }
            else
            {
                open.Add(hours);
            }
        }

        return open.ToImmutable();
    }

    private static string Name(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private static OpenHours? Parse(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var first, var second]
        && Time(first) is { } from && Time(second) is { } to && from < to
            ? new OpenHours(from, to)
            : null;

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
