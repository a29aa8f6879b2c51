using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>The slots of one office on one date, as its calendar has them. A closed day has none.</summary>
/// <param name="Slots">In order, none overlapping.</param>
public sealed record DayPlan(PickupDayId Day, TimeSpan UtcOffset, ImmutableArray<SlotPlan> Slots)
{
    public bool IsClosed => Slots.IsEmpty;

    public DateTimeOffset At(TimeOnly local) => new(Day.Date.ToDateTime(local), UtcOffset);

    public SlotPlan? Slot(TimeOnly from)
    {
        foreach (var slot in Slots)
        {
            if (slot.From == from)
            {
                return slot;
            }
        }

        return null;
    }

    public bool Equals(DayPlan? other) =>
        other is not null && Day == other.Day && UtcOffset == other.UtcOffset && Slots.SequenceEqual(other.Slots);

    public override int GetHashCode() => HashCode.Combine(Day, Slots.Length);
}

/// <summary>One slot in local time. <paramref name="Open"/> and <paramref name="Priority"/> are places that can be booked.</summary>
public readonly record struct SlotPlan(TimeOnly From, TimeOnly To, int Open, int Priority)
{
    public int Bookable => Open + Priority;
}
