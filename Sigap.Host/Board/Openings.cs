using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Host.Board;

/// <summary>When the collection counters open, by the office's calendar.</summary>
internal static class Openings
{
    private const int DaysAhead = 60;

    /// <summary>Within the hours of the day, breaks included.</summary>
    public static bool IsWithinHours(ContentSet content, Office office, DateTimeOffset now)
    {
        var time = TimeOnly.FromDateTime(office.Local(now).DateTime);
        return PickupCalendar.Plan(content, office, office.LocalDate(now)).Slots is [var first, ..] slots
            && first.From <= time && time < slots[^1].To;
    }

    /// <summary>When the first slot of a day begins next; null when the calendar knows none.</summary>
    public static Opening? Next(ContentSet content, Office office, DateTimeOffset now)
    {
        var (today, time) = (office.LocalDate(now), TimeOnly.FromDateTime(office.Local(now).DateTime));
        foreach (var date in PickupCalendar.OpenDays(content, office, today, today.AddDays(DaysAhead)))
        {
            var opens = PickupCalendar.Plan(content, office, date).Slots[0].From;
            if (date > today || opens > time)
            {
                return new Opening(date, opens);
            }
        }

        return null;
    }

    /// <summary>Why the office is closed all day, where the day has a name.</summary>
    public static LocalizedText? Reason(ContentSet content, Office office, DateOnly date) =>
        office.Closures.TryGetValue(date, out var own) ? own
        : content.Holidays.TryGetValue(date, out var holiday) ? holiday.Name
        : null;
}

internal readonly record struct Opening(DateOnly Date, TimeOnly From);
