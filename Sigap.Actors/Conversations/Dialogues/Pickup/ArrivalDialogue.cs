using System.Text.RegularExpressions;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>"Saya di sini": the code at the door proves it, and draws the ticket.</summary>
internal static partial class ArrivalDialogue
{
    /// <summary>Wrong codes before only the kiosk is left: four digits are soon guessed.</summary>
    private const int MostTries = 3;

    private static readonly TimeSpan TriesCounted = TimeSpan.FromHours(12);

    public static void Start(TurnDraft turn)
    {
        var today = DeskTalk.Day(turn, turn.Around.Office.LocalDate(turn.Now));
        var booking = turn.Pickup.Bookings.FirstOrDefault(known =>
            known.At.Day == today && known.Stage == BookingStage.Confirmed && known.Ticket is null);
        if (booking is null)
        {
            WithoutBooking(turn, today);
        }
        else if (TriesLeft(turn) <= 0)
        {
            UseKiosk(turn, booking);
        }
        else if (CodeIn(turn) is not { } code)
        {
            AskForCode(turn);
        }
        else if (code == turn.Around.Doors.For(today))
        {
            Arrive(turn, booking);
        }
        else
        {
            Wrong(turn, booking);
        }
    }

    public static bool Continue(TurnDraft turn)
    {
        if (CodeIn(turn) is not null)
        {
            Start(turn);
            return true;
        }

        if (!PickupDialogue.IsAboutBooking(turn))
        {
            return false;
        }

        AskForCode(turn);
        return true;
    }

    public static void AskForCode(TurnDraft turn)
    {
        turn.Enter(Step.AwaitingDoorCode.Here);
        turn.Say("queue.ask-code");
        turn.OfferOptionsOf("queue.ask-code");
    }

    private static void Arrive(TurnDraft turn, BookingView booking)
    {
        var day = booking.At.Day;
        if (DeskTalk.Ask(turn, new Arrive(day, DeskTalk.Request(turn), booking.At.Code), new GetHall(day)) is not { } answers)
        {
            return;
        }

        turn.Enter(Step.Idle.Here);
        switch (answers[0])
        {
            case PickupAnswer.Ticket { View: var ticket }:
                turn.Note(new TurnFact.TicketSeen(new DrawnTicket(day, ticket.Number, booking.At.Code)));
                Welcome(turn, booking, ticket);
                QueueReport.Say(turn, ticket, answers[1] as PickupAnswer.Hall);
                break;
            case PickupAnswer.Refused { Why: PickupRefusal.NotToday }:
                Say(turn, "queue.closed");
                break;
            case PickupAnswer.Refused { Why: PickupRefusal.NotFound }:
                turn.Note(new TurnFact.BookingGone(booking.At, BookingEnd.ByOfficer));
                Say(turn, "queue.no-booking");
                break;
            default:
                DeskTalk.SayNotAvailable(turn);
                break;
        }
    }

    /// <summary>Early, late and too late are told, with what follows.</summary>
    private static void Welcome(TurnDraft turn, BookingView booking, TicketView ticket)
    {
        var rules = turn.Around.Office.Pickup;
        var slot = new DateTimeOffset(booking.At.Day.Date.ToDateTime(booking.Seats[0].Slot), turn.Around.Office.UtcOffset);
        var node = ticket.Late switch
        {
            Lateness.Missed => "queue.arrived-missed",
            Lateness.WithinGrace => "queue.arrived-late",
            _ => turn.Now < slot - rules.Early ? "queue.arrived-early" : "queue.arrived",
        };
        turn.Say(
            node,
            ("ticket", ticket.Number.ToString()),
            ("time", PickupWords.Until(turn, slot)),
            ("minutes", PickupWords.Count((int)rules.Grace.TotalMinutes)),
            ("behind", PickupWords.Count(rules.PlacesBehind)));
    }

    private static void Wrong(TurnDraft turn, BookingView booking)
    {
        turn.Note(new TurnFact.DoorCodeWrong());
        var left = TriesLeft(turn);
        if (left <= 0)
        {
            UseKiosk(turn, booking);
            return;
        }

        turn.Enter(Step.AwaitingDoorCode.Here);
        turn.Say("queue.wrong-code", ("left", PickupWords.Count(left)));
        turn.OfferOptionsOf("queue.wrong-code");
    }

    private static void WithoutBooking(TurnDraft turn, PickupDayId today)
    {
        turn.Enter(Step.Idle.Here);
        if (turn.Pickup.Tickets.Any(ticket => ticket.Day == today))
        {
            QueueReport.Show(turn);
        }
        else
        {
            Say(turn, "queue.no-booking");
        }
    }

    private static void UseKiosk(TurnDraft turn, BookingView booking)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say("queue.use-kiosk", ("code", booking.At.Code.Value));
        turn.OfferOptionsOf("queue.use-kiosk");
    }

    private static void Say(TurnDraft turn, string node)
    {
        turn.Say(node);
        turn.OfferOptionsOf(node);
    }

    private static int TriesLeft(TurnDraft turn) =>
        MostTries - turn.Pickup.WrongDoorCodes.Count(at => at > turn.Now - TriesCounted);

    private static string? CodeIn(TurnDraft turn) =>
        turn.Input.Text is { } text && FourDigits().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"(?<!\d)[0-9]{4}(?!\d)")]
    private static partial Regex FourDigits();
}
