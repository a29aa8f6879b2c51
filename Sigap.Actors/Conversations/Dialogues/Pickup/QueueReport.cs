using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>How far a ticket is from its turn: who is served now, how many are before it, and a range of minutes.</summary>
internal static class QueueReport
{
    public static void Show(TurnDraft turn)
    {
        var today = DeskTalk.Day(turn, turn.Around.Office.LocalDate(turn.Now));
        if (turn.Pickup.Tickets.LastOrDefault(ticket => ticket.Day == today) is not { } drawn)
        {
            turn.Enter(Step.Idle.Here);
            var hasBooking = turn.Pickup.Bookings.Any(booking => booking.At.Day == today && booking.Stage == BookingStage.Confirmed);
            var node = hasBooking ? "queue.not-drawn" : "queue.no-ticket";
            turn.Say(node);
            turn.OfferOptionsOf(node);
            return;
        }

        if (DeskTalk.Ask(turn, new GetTicket(today, drawn.Number), new GetHall(today)) is not { } answers)
        {
            return;
        }

        turn.Enter(Step.Idle.Here);
        if (answers[0] is PickupAnswer.Ticket { View: var view })
        {
            Say(turn, view, answers[1] as PickupAnswer.Hall);
        }
        else
        {
            DeskTalk.SayNotAvailable(turn);
        }
    }

    public static void Say(TurnDraft turn, TicketView ticket, PickupAnswer.Hall? hall)
    {
        switch (ticket.Stage)
        {
            case TicketStage.Called:
                Say(turn, "queue.called", ("ticket", ticket.Number.ToString()), ("counter", PickupWords.Count(ticket.Counter ?? 0)));
                break;
            case TicketStage.OnHold:
                Say(turn, "queue.on-hold", ("ticket", ticket.Number.ToString()));
                break;
            case TicketStage.Served or TicketStage.NoShow:
                Say(turn, "queue.over", ("ticket", ticket.Number.ToString()));
                break;
            case TicketStage.Waiting when Serving(hall) is { } serving:
                Say(turn, "queue.place", [("serving", serving.ToString()), .. Place(ticket)]);
                break;
            default:
                Say(turn, "queue.place-first", [.. Place(ticket)]);
                break;
        }
    }

    private static (string, string)[] Place(TicketView ticket) =>
    [
        ("ticket", ticket.Number.ToString()),
        ("ahead", PickupWords.Count(ticket.Ahead)),
        ("from", PickupWords.Count(Minutes(ticket.Wait?.From))),
        ("to", PickupWords.Count(Math.Max(1, Minutes(ticket.Wait?.To)))),
    ];

    private static int Minutes(TimeSpan? wait) => (int)Math.Ceiling((wait ?? TimeSpan.Zero).TotalMinutes);

    /// <summary>The ticket called last.</summary>
    private static TicketNumber? Serving(PickupAnswer.Hall? hall) => hall?.View.Counters
        .Where(counter => counter.Ticket is not null)
        .OrderByDescending(counter => counter.CalledAt)
        .Select(counter => counter.Ticket)
        .FirstOrDefault();

    private static void Say(TurnDraft turn, string node, params ReadOnlySpan<(string, string)> values)
    {
        turn.Say(node, values);
        turn.OfferOptionsOf(node);
    }
}
