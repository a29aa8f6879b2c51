namespace Sigap.Pickup;

/// <summary>Whether a day and a slot can be booked at all, however full they are.</summary>
internal static class Admission
{
    /// <param name="slot">Null for any slot of the day.</param>
    public static PickupRefusal? Refuses(DaySurroundings around, TimeOnly? slot)
    {
        if (around.Plan.IsClosed || (slot is { } named && around.Plan.Slot(named) is null))
        {
            return PickupRefusal.NoSuchSlot;
        }

        if (IsTooFarAhead(around))
        {
            return PickupRefusal.TooFarAhead;
        }

        return IsEarlyEnough(around, slot ?? around.Plan.Slots[^1].From) ? null : PickupRefusal.TooLate;
    }

    public static bool IsEarlyEnough(DaySurroundings around, TimeOnly slot) =>
        around.Plan.At(slot) - around.Now >= around.Rules.LeadTime;

    public static bool IsTooFarAhead(DaySurroundings around) =>
        around.Plan.Day.Date > DateOnly.FromDateTime(around.Local.DateTime).AddDays(around.Rules.HorizonDays);
}
