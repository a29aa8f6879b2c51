namespace Sigap.Pickup;

/// <summary>
/// Booked applicants who are in the hall draw their ticket: one per booking, so a family has one. It is of the line A; or P for a
/// priority booking, since that is the line it is called in. On time it ranks by its slot, however early it is. Late within the
/// grace it loses some places. Later still the slot is lost and it ranks by its arrival: in the line B, and a priority booking
/// still in P, where its applicant could draw a ticket without a booking as well.
/// </summary>
internal static class Arrivals
{
    public static PickupAnswer Decide(DayDraft draft, Arrive arrive)
    {
        if (draft.Day.Bookings.GetValueOrDefault(arrive.Code) is not { Stage: BookingStage.Confirmed } booking)
        {
            return HallAnswers.Refused(PickupRefusal.NotFound);
        }

        return booking switch
        {
            { Ended: not (null or BookingEnd.Served or BookingEnd.NoShow) } => HallAnswers.Refused(PickupRefusal.NotFound),
            { Ticket: { } drawn } => HallAnswers.Ticket(draft, drawn),
            { Ended: not null } => HallAnswers.Refused(PickupRefusal.NotFound),
            _ when !HallHours.AreNow(draft.Around) => HallAnswers.Refused(PickupRefusal.NotToday),
            _ => Draw(draft, booking, arrive),
        };
    }

    public static Lateness LatenessOf(Booking booking, DaySurroundings around)
    {
        var late = around.Now - around.Plan.At(booking.From);
        return late <= TimeSpan.Zero ? Lateness.OnTime
            : late <= around.Rules.Grace ? Lateness.WithinGrace
            : Lateness.Missed;
    }

    private static PickupAnswer Draw(DayDraft draft, Booking booking, Arrive arrive)
    {
        var late = LatenessOf(booking, draft.Around);
        var line = booking.Priority ? Line.Priority : late == Lateness.Missed ? Line.WalkIn : Line.Booked;
        var number = Drawing.NextNumber(draft.Day.Hall, line);
        var rank = late == Lateness.Missed ? Drawing.RankOfNow(number, draft.Around) : LineOrder.Rank(booking.From, number.Number);
        return Drawing.Draw(
            draft,
            new DayFact.TicketDrawn(
                number,
                line,
                late == Lateness.WithinGrace
                    ? LineOrder.RankBehind(LineOrder.Waiting(draft.Day, line), rank, draft.Around.Rules.PlacesBehind, draft.Around)
                    : rank,
                arrive.Request,
                booking.Code,
                booking.Conversation ?? arrive.Conversation,
                late),
            arrive.Conversation);
    }
}
