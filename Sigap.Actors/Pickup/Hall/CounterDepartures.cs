namespace Sigap.Pickup;

/// <summary>
/// A ticket leaves its counter: put aside, handed on, missed, or served. The last two end its booking, which frees its
/// applications.
/// </summary>
internal static class CounterDepartures
{
    public static PickupAnswer Held(DayDraft draft, HoldTicket hold, TicketNumber number)
    {
        draft.Note(new DayFact.TicketHeld(number, hold.Request));
        return HallAnswers.AtCounter(draft, hold.Counter, number);
    }

    public static PickupAnswer Transferred(DayDraft draft, Transfer transfer, TicketNumber number)
    {
        if (!CounterDecider.IsOpen(draft, transfer.To))
        {
            return HallAnswers.Refused(PickupRefusal.NoSuchCounter);
        }

        draft.Note(new DayFact.TicketTransferred(number, transfer.To, transfer.Request));
        return HallAnswers.AtCounter(draft, transfer.Counter, number);
    }

    public static PickupAnswer Missed(DayDraft draft, MarkNoShow missed, TicketNumber number)
    {
        draft.Note(new DayFact.TicketMissed(number, missed.Request));
        End(draft, number, BookingEnd.NoShow);
        HallNotices.TellMissed(draft, draft.Day.Hall.Tickets[number]);
        return HallAnswers.AtCounter(draft, missed.Counter, number);
    }

    public static PickupAnswer Served(DayDraft draft, MarkServed served, TicketNumber number)
    {
        draft.Note(new DayFact.TicketServed(number, served.Request));
        End(draft, number, BookingEnd.Served);
        HallNotices.TellServed(draft, draft.Day.Hall.Tickets[number]);
        return HallAnswers.AtCounter(draft, served.Counter, number);
    }

    private static void End(DayDraft draft, TicketNumber number, BookingEnd why)
    {
        if (draft.Day.Hall.Tickets[number].Booking is { } code && draft.Day.Bookings.GetValueOrDefault(code) is { IsLive: true })
        {
            draft.Note(new DayFact.Ended(code, why));
        }
    }
}
