namespace Sigap.Pickup;

/// <summary>
/// Tickets without a booking: as many as the day has places for. Those are the places kept for walk-ins in every slot, and of the
/// slots that have begun the bookable ones that nobody booked, or whose applicant did not come within the grace.
/// </summary>
internal static class WalkIns
{
    public static PickupAnswer Decide(DayDraft draft, DrawTicket draw)
    {
        if (draw.Line == Line.Booked)
        {
            return HallAnswers.Refused(PickupRefusal.NotFound);
        }

        if (TicketOf(draft.Day, draw) is { } before)
        {
            return HallAnswers.Ticket(draft, before);
        }

        if (!HallHours.AreNow(draft.Around))
        {
            return HallAnswers.Refused(PickupRefusal.NotToday);
        }

        if (PlacesLeft(draft.Day, draft.Around) <= 0)
        {
            return HallAnswers.Refused(PickupRefusal.NoWalkIns);
        }

        var number = Drawing.NextNumber(draft.Day.Hall, draw.Line);
        return Drawing.Draw(
            draft,
            new DayFact.TicketDrawn(
                number,
                draw.Line,
                Drawing.RankOfNow(number, draft.Around),
                draw.Request,
                Booking: null,
                draw.Conversation,
                Lateness.OnTime),
            draw.Conversation);
    }

    /// <summary>Below 0 when bookings that were missed have come after all: they are never turned away.</summary>
    public static int PlacesLeft(PickupDay day, DaySurroundings around)
    {
        var taken = PlacesTaken(day, around);
        return around.Plan.Slots.Sum(slot => around.Rules.KeptForWalkIns
                + (around.Plan.At(slot.From) <= around.Now ? Math.Max(0, slot.Bookable - taken.GetValueOrDefault(slot.From)) : 0))
            - day.Hall.Tickets.Values.Sum(ticket => PlacesOf(day, ticket));
    }

    /// <summary>By slot, what bookings still need of it or have used.</summary>
    private static Dictionary<TimeOnly, int> PlacesTaken(PickupDay day, DaySurroundings around) =>
        day.Bookings.Values
            .Where(booking => Keeps(day.Hall, booking, around))
            .SelectMany(booking => booking.Seats)
            .CountBy(seat => seat.Slot)
            .ToDictionary();

    private static bool Keeps(Hall hall, Booking booking, DaySurroundings around) =>
        booking.Ended is null or BookingEnd.Served
        && (booking.Ticket is { } number
            ? hall.Tickets[number].Late != Lateness.Missed
            : Arrivals.LatenessOf(booking, around) != Lateness.Missed);

    /// <summary>What a ticket takes of the walk-ins' places: one, or those of a booking that lost its own.</summary>
    private static int PlacesOf(PickupDay day, Ticket ticket) => ticket switch
    {
        { Booking: null } => 1,
        { Booking: { } code, Late: Lateness.Missed } when day.Bookings.TryGetValue(code, out var booking) => booking.Seats.Length,
        _ => 0,
    };

    /// <summary>Who draws again in the same chat while the first ticket is good has that one.</summary>
    private static TicketNumber? TicketOf(PickupDay day, DrawTicket draw) => draw.Conversation is null
        ? null
        : day.Hall.Tickets.Values
            .FirstOrDefault(ticket => ticket.Booking is null && ticket.Conversation == draw.Conversation && ticket.Line == draw.Line
                && ticket.Stage is TicketStage.Waiting or TicketStage.Called or TicketStage.OnHold)
            ?.Number;
}
