using Sigap.Content;

namespace Sigap.Pickup;

/// <summary>Turns an office's calendar into slots. Pure: the same content gives the same plan.</summary>
public static class PickupCalendar
{
    /// <summary>
    /// The slots of a date: as many as fit into each stretch of its collection hours, none on holidays, joint leave and closures.
    /// </summary>
    public static DayPlan Plan(ContentSet content, Office office, DateOnly date) => new(
        new PickupDayId(office.Id, date),
        office.UtcOffset,
        [.. ClosedDays.PickupHours(content, office, date).SelectMany(stretch => Slots(stretch, office.Pickup))]);

    /// <summary>The dates with slots from one date to another, both included, in order.</summary>
    public static IEnumerable<DateOnly> OpenDays(ContentSet content, Office office, DateOnly from, DateOnly to)
    {
        for (var day = from.DayNumber; day <= to.DayNumber; day++)
        {
            var date = DateOnly.FromDayNumber(day);

            if (!Plan(content, office, date).IsClosed)
            {
                yield return date;
            }
        }
    }

    /// <summary>A rest shorter than a slot stays free: it is the counters' time to finish.</summary>
    private static IEnumerable<SlotPlan> Slots(OpenHours stretch, PickupRules rules)
    {
        // A difference, because adding could run over midnight and begin the day again.
        for (var from = stretch.From; stretch.To - from >= rules.SlotLength; from = from.Add(rules.SlotLength))
        {
            yield return new SlotPlan(from, from.Add(rules.SlotLength), rules.Open, rules.KeptForPriority);
        }
    }
}
