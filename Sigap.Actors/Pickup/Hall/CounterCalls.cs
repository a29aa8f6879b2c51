namespace Sigap.Pickup;

/// <summary>
/// A counter calls a ticket: it is on the board, and its applicant is told. Those who are near by now are told as well,
/// once.
/// </summary>
internal static class CounterCalls
{
    public static PickupAnswer Next(DayDraft draft, CallNext next)
    {
        if (CounterDecider.WhyItCannotCall(draft, next.Counter) is { } why)
        {
            return HallAnswers.Refused(why);
        }

        return CallOrder.Next(draft.Day, draft.Around, next.Counter) is { } call
            ? Called(draft, new DayFact.TicketCalled(call.Ticket.Number, next.Counter, call.CycleAt, next.Request))
            : HallAnswers.AtCounter(draft, next.Counter, null);
    }

    /// <summary>Out of turn: the cycle does not move. Also who was missed and is back; not who was served.</summary>
    public static PickupAnswer Given(DayDraft draft, CallTicket given)
    {
        if (CounterDecider.WhyItCannotCall(draft, given.Counter) is { } why)
        {
            return HallAnswers.Refused(why);
        }

        return draft.Day.Hall.Tickets.GetValueOrDefault(given.Ticket)?.Stage switch
        {
            null or TicketStage.Served => HallAnswers.Refused(PickupRefusal.NotFound),
            TicketStage.Called => HallAnswers.Refused(PickupRefusal.CounterBusy),
            _ => Called(draft, new DayFact.TicketCalled(given.Ticket, given.Counter, draft.Day.Hall.CycleAt, given.Request)),
        };
    }

    public static PickupAnswer Again(DayDraft draft, Recall again, TicketNumber number) =>
        Called(draft, new DayFact.TicketCalled(number, again.Counter, draft.Day.Hall.CycleAt, again.Request));

    private static PickupAnswer Called(DayDraft draft, DayFact.TicketCalled called)
    {
        draft.Note(called);
        HallNotices.TellCalled(draft, draft.Day.Hall.Tickets[called.Number], called.Counter);
        HallNotices.TellWhoIsNear(draft);
        return HallAnswers.AtCounter(draft, called.Counter, called.Number);
    }
}
