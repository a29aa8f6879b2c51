using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>What applicants are told from the hall, where a conversation is known. Otherwise it is quiet.</summary>
internal static class HallNotices
{
    /// <summary>With so many before it, a ticket's turn is near.</summary>
    public const int FewAhead = 5;

    /// <summary>Who reads a call later than this was called in vain.</summary>
    private static readonly TimeSpan CallIsNews = TimeSpan.FromMinutes(15);

    public static void TellDrawn(DayDraft draft, ConversationId to, TicketView view) =>
        Tell(draft, to, new Notice.TicketDrawn(view, draft.Id), Today(draft));

    public static void TellCalled(DayDraft draft, Ticket ticket, int counter) =>
        Tell(draft, ticket.Conversation, new Notice.Called(ticket.Number, draft.Id, counter, ticket.Calls), draft.Now + CallIsNews);

    /// <summary>Each ticket once. Who was called already knows; whose time has not come may yet be overtaken.</summary>
    public static void TellWhoIsNear(DayDraft draft)
    {
        var hall = draft.Day.Hall;
        foreach (var (ahead, ticket) in CallOrder.Of(draft.Day, draft.Around).Take(FewAhead + 1).Index())
        {
            if (ticket is { Nudged: false, Calls: 0, Conversation: not null } && LineOrder.IsDue(ticket, draft.Around))
            {
                draft.Note(new DayFact.TicketNudged(ticket.Number));
                var view = HallViews.TicketOf(hall, ticket, ahead, draft.Around);
                Tell(draft, ticket.Conversation, new Notice.TurnNear(view, draft.Id), Today(draft));
            }
        }
    }

    public static void TellMissed(DayDraft draft, Ticket ticket) =>
        Tell(draft, ticket.Conversation, new Notice.Missed(ticket.Number, draft.Id, ticket.Booking), Today(draft));

    public static void TellServed(DayDraft draft, Ticket ticket)
    {
        var booking = ticket.Booking is { } code ? draft.Day.Bookings.GetValueOrDefault(code) : null;
        Tell(
            draft,
            ticket.Conversation,
            new Notice.Served(ticket.Number, draft.Id, ticket.Booking, [.. booking?.Applications ?? []]),
            Today(draft));
    }

    private static void Tell(DayDraft draft, ConversationId? to, Notice notice, DateTimeOffset validUntil)
    {
        if (to is { } conversation)
        {
            draft.Owe(new Errand.Tell(conversation, notice, validUntil));
        }
    }

    /// <summary>The end of the hall's hours; in overtime a while from now.</summary>
    private static DateTimeOffset Today(DayDraft draft)
    {
        var soon = draft.Now + CallIsNews;
        return HallHours.Of(draft.Around.Plan) is { Closes: var closes } && closes > soon ? closes : soon;
    }
}
