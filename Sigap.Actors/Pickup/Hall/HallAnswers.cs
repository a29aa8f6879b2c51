namespace Sigap.Pickup;

/// <summary>Answers as of now, with all the draft has noted.</summary>
internal static class HallAnswers
{
    public static PickupAnswer Ticket(DayDraft draft, TicketNumber number) =>
        new PickupAnswer.Ticket(HallViews.TicketOf(draft.Day, number, draft.Around));

    public static PickupAnswer AtCounter(DayDraft draft, int counter, TicketNumber? number) => new PickupAnswer.AtCounter(
        counter,
        number is { } ticket ? HallViews.TicketOf(draft.Day, ticket, draft.Around) : null);

    public static PickupAnswer Refused(PickupRefusal why) => new PickupAnswer.Refused(why);
}
