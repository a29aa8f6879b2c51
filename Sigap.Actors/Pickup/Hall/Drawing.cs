using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>A ticket is drawn. Its applicant learns of it in the answer, and in the chat when it was drawn elsewhere.</summary>
internal static class Drawing
{
    /// <summary>Numbers count up within the letter, and none is given twice on a day.</summary>
    public static TicketNumber NextNumber(Hall hall, Line line) => new(line, hall.LastNumbers.GetValueOrDefault(line) + 1);

    /// <summary>The rank of who has no slot: as if one began this minute.</summary>
    public static long RankOfNow(TicketNumber number, DaySurroundings around) =>
        LineOrder.Rank(TimeOnly.FromTimeSpan(around.Local.TimeOfDay), number.Number);

    /// <param name="reads">The conversation that reads the answer; null at the kiosk and at the counter.</param>
    public static PickupAnswer Draw(DayDraft draft, DayFact.TicketDrawn drawn, ConversationId? reads)
    {
        draft.Note(drawn);
        var ticket = draft.Day.Hall.Tickets[drawn.Number];
        var view = HallViews.TicketOf(draft.Day, drawn.Number, draft.Around);
        if (drawn.Conversation is { } conversation)
        {
            // Drawn with few before it, and told so here: another message after the next call would say nothing new.
            if (view.Ahead <= HallNotices.FewAhead && LineOrder.IsDue(ticket, draft.Around))
            {
                draft.Note(new DayFact.TicketNudged(drawn.Number));
            }

            if (conversation != reads)
            {
                HallNotices.TellDrawn(draft, conversation, view);
            }
        }

        return new PickupAnswer.Ticket(view);
    }
}
