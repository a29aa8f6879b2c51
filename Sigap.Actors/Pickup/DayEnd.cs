namespace Sigap.Pickup;

/// <summary>
/// How a day ends. When its hall closes, bookings nobody came for have been missed: no ticket is drawn any more. At midnight the
/// rest ends: whoever was called was served, though nobody said so; all others waited in vain and have done nothing wrong.
/// </summary>
internal static class DayEnd
{
    public static DateTimeOffset Of(DayPlan plan) => plan.At(TimeOnly.MinValue).AddDays(1);

    /// <summary>When a booking ends by itself; a hold or an offer has its own time.</summary>
    public static DateTimeOffset For(Booking booking, DayPlan plan) =>
        booking is { Stage: BookingStage.Confirmed, Ticket: null } && HallHours.Of(plan) is { } hours ? hours.Closes : Of(plan);

    public static BookingEnd How(PickupDay day, Booking booking) => booking switch
    {
        { Stage: not BookingStage.Confirmed } => BookingEnd.Lapsed,
        { Ticket: null } => BookingEnd.NoShow,
        { Ticket: { } number } when day.Hall.Tickets.GetValueOrDefault(number)?.Stage == TicketStage.Called => BookingEnd.Served,
        _ => BookingEnd.GivenBack,
    };
}
