namespace Sigap.Pickup;

/// <summary>
/// A day is over at midnight. Bookings nobody came for have been missed then; whoever was called was served, though nobody said
/// so; all others waited in vain and have done nothing wrong.
/// </summary>
internal static class DayEnd
{
    public static DateTimeOffset Of(DayPlan plan) => plan.At(TimeOnly.MinValue).AddDays(1);

    public static bool IsPast(DaySurroundings around) => around.Now >= Of(around.Plan);

    public static BookingEnd For(PickupDay day, Booking booking) => booking switch
    {
        { Stage: not BookingStage.Confirmed } => BookingEnd.Lapsed,
        { Ticket: null } => BookingEnd.NoShow,
        { Ticket: { } number } when day.Hall.Tickets.GetValueOrDefault(number)?.Stage == TicketStage.Called => BookingEnd.Served,
        _ => BookingEnd.GivenBack,
    };
}
