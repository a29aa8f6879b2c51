using System.Collections.Immutable;
using Sigap.Pickup;

namespace Sigap.Content.Loading;

/// <summary>The <c>special_hours</c> of an office file: periods whose hours differ from those of the week.</summary>
internal static class SpecialHoursList
{
    private const string Example = "- {from: 2026-12-31, to: 2026-12-31, name: {id: …, en: …}, hours: {thursday: [\"08.00-12.00\"]}}";

    /// <summary>A year mistyped by one makes a period longer than this.</summary>
    private const int MostDays = 180;

    private const int DaysOfAWeek = 7;

    public static ImmutableArray<SpecialHours> Read(
        YamlMap office, ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> usualPickup, PickupRules rules, DateOnly today)
    {
        var read = new List<SpecialHours>();

        foreach (var entry in office.Maps("special_hours", Example, required: false))
        {
            if (Entry(entry) is not { } special)
            {
                continue;
            }

            if (Dates(entry, special, read, today))
            {
                Weekdays(entry, special);
                Closings(entry, special, usualPickup);
            }

            SlotFit.Check(entry, special.PickupHours, rules);
            read.Add(special);
        }

        return [.. read.OrderBy(special => special.From)];
    }

    private static SpecialHours? Entry(YamlMap entry)
    {
        var from = entry.Date("from");
        var to = entry.Date("to");
        var name = entry.Localized("name");
        var estimated = entry.Flag("estimated");
        var hours = WeekHours.ReadChanged(entry, "hours");
        var pickup = WeekHours.ReadChanged(entry, "pickup_hours");
        entry.NothingElse();

        if (!entry.Has("hours") && !entry.Has("pickup_hours"))
        {
            entry.Findings.Error(entry.Place,
                "these special hours change nothing; add 'hours' or 'pickup_hours' by weekday, or delete them");
        }

        return from is null || to is null || name is null
            ? null
            : new SpecialHours(from.Value, to.Value, name, hours, pickup, estimated);
    }

    private static bool Dates(YamlMap entry, SpecialHours special, List<SpecialHours> before, DateOnly today)
    {
        if (special.To < special.From)
        {
            entry.Findings.Error(entry.PlaceOf("to"),
                $"'to' is {special.To:yyyy-MM-dd}, which is before 'from' ({special.From:yyyy-MM-dd}); exchange or correct them");
            return false;
        }

        if (Length(special) > MostDays)
        {
            entry.Findings.Error(entry.PlaceOf("to"),
                $"these special hours last {Length(special)} days, at most {MostDays}; correct the year, or change the hours of the week");
        }

        if (before.Find(other => special.From <= other.To && other.From <= special.To) is { } overlapped)
        {
            entry.Findings.Error(entry.Place,
                $"{special.From:yyyy-MM-dd} to {special.To:yyyy-MM-dd} overlaps the special hours of "
                + $"{overlapped.From:yyyy-MM-dd} to {overlapped.To:yyyy-MM-dd}; let one end before the other begins");
        }

        if (special.To < today)
        {
            entry.Findings.Warn(entry.PlaceOf("to"),
                $"these special hours ended on {special.To:yyyy-MM-dd}; delete them, or give them their next dates");
        }

        return true;
    }

    private static void Weekdays(YamlMap entry, SpecialHours special)
    {
        foreach (var (key, week) in new[] { ("hours", special.Hours), ("pickup_hours", special.PickupHours) })
        {
            foreach (var day in week.Keys.Where(day => !Has(special, day)))
            {
                entry.Findings.Error(WeekHours.PlaceOf(entry, key, day),
                    $"'{key}' names {day}, but there is none from {special.From:yyyy-MM-dd} ({special.From.DayOfWeek}) to "
                    + $"{special.To:yyyy-MM-dd} ({special.To.DayOfWeek}); correct the weekday or the dates");
            }
        }
    }

    /// <summary>A day off is a closure, which has a reason to tell; and the collection counter closes with the others.</summary>
    private static void Closings(
        YamlMap entry, SpecialHours special, ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> usualPickup)
    {
        foreach (var (day, open) in special.Hours)
        {
            var place = WeekHours.PlaceOf(entry, "hours", day);

            if (open.IsEmpty)
            {
                entry.Findings.Error(place,
                    $"{day} has no hours; list the dates under 'closures' with their reason, or delete the line to keep the usual hours");
            }
            else if (!special.PickupHours.ContainsKey(day) && usualPickup.TryGetValue(day, out var pickup)
                && (pickup[0].From < open[0].From || pickup[^1].To > open[^1].To))
            {
                entry.Findings.Error(place,
                    $"on {day} the usual pickup_hours are not within these hours; add 'pickup_hours' for {day}, [] for none");
            }
        }
    }

    private static int Length(SpecialHours special) => special.To.DayNumber - special.From.DayNumber + 1;

    private static bool Has(SpecialHours special, DayOfWeek day) =>
        Length(special) >= DaysOfAWeek || Enumerable.Range(0, Length(special)).Any(days => special.From.AddDays(days).DayOfWeek == day);
}
