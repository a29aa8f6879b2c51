using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>
/// The places are held until a time that is said. Saying who will collect confirms them: it must be asked anyway, and it can be
/// changed later, so a question of its own would only be a tap more.
/// </summary>
internal static class BookingHold
{
    public const string Node = "booking.held";
    public const string MoveNode = "booking.held-move";
    private const string Times = "times";
    private const string Cancel = "cancel";

    public static void Held(TurnDraft turn, BookingDraft draft, BookingView booking)
    {
        turn.Note(new TurnFact.BookingSeen(booking));
        if (booking.Stage == BookingStage.Confirmed)
        {
            Confirmed(turn, booking, null);
            return;
        }

        Ask(turn, draft with { Day = booking.At.Day.Date, Held = booking.At }, booking);
    }

    /// <summary>
    /// Whoever left a hold for something else and begins again still has its places: they are given back with the next question
    /// to the days, instead of standing in the applicant's own way until they lapse.
    /// </summary>
    public static BookingDraft TakingUp(TurnDraft turn, BookingDraft draft) => draft with
    {
        Held = draft.Held ?? turn.Pickup.Bookings.FirstOrDefault(booking =>
            booking.Stage == BookingStage.Held
            && BookingParty.IsAhead(turn, booking)
            && booking.Seats.Any(seat => draft.Party.Applications.Contains(seat.Application)))?.At,
    };

    /// <summary>Asked again, in the middle.</summary>
    public static void Repeat(TurnDraft turn, BookingDraft draft)
    {
        if (draft.Held is { } held && turn.Pickup.Booking(held) is { } booking)
        {
            Ask(turn, draft, booking);
        }
        else
        {
            SayLapsed(turn, draft);
        }
    }

    public static bool Choose(TurnDraft turn, BookingDraft draft, string option)
    {
        switch (option)
        {
            case "applicant": Confirm(turn, draft, Collector.Applicant); return true;
            case "family": Confirm(turn, draft, Collector.Family); return true;
            case "proxy": Confirm(turn, draft, Collector.Proxy); return true;
            case "yes" when draft.Moves is not null: Confirm(turn, draft, CollectorBefore(turn, draft)); return true;
            case Times: BookingTimes.Ask(turn, draft with { Page = 0 }); return true;
            case Cancel or "no": Abandon(turn, draft); return true;
            default: return false;
        }
    }

    public static bool Continue(TurnDraft turn, BookingDraft draft)
    {
        var text = turn.Input.Text!;
        if (CollectorWords.Find(turn.Input) is { } collector)
        {
            Confirm(turn, draft, collector);
            return true;
        }

        if (turn.Input.Intent == Intent.Yes)
        {
            Confirm(turn, draft, CollectorBefore(turn, draft));
            return true;
        }

        if (turn.Input.Intent == Intent.No)
        {
            Abandon(turn, draft);
            return true;
        }

        if (DaysAndTimes.FindTime(text) is not null || DaysAndTimes.FindDay(text, turn.Around.Office.LocalDate(turn.Now)) is not null)
        {
            return BookingTimes.Continue(turn, draft);
        }

        if (!PickupDialogue.IsAboutBooking(turn))
        {
            return false;
        }

        Repeat(turn, draft);
        return true;
    }

    /// <summary>The held places go back at once: somebody else may want them.</summary>
    public static void Abandon(TurnDraft turn, BookingDraft draft)
    {
        if (draft.Held is not null && DeskTalk.AskLeaving(turn, draft) is null)
        {
            return;
        }

        MenuDialogue.SayAboveMenu(turn, draft.Moves is null ? "booking.abandoned" : "booking.kept");
    }

    public static void Confirmed(TurnDraft turn, BookingView booking, BookingAt? replaced)
    {
        turn.Note(new TurnFact.BookingSeen(booking));
        if (replaced is { } old && old != booking.At)
        {
            turn.Note(new TurnFact.BookingGone(old, BookingEnd.Moved));
        }

        turn.Enter(Step.Idle.Here);
        var node = replaced is null ? "booking.confirmed" : "booking.moved";
        turn.Say(
            node,
            ("date", PickupWords.Date(turn, booking.At.Day.Date)),
            ("seats", PickupWords.Seats(turn, booking)),
            ("code", booking.At.Code.Value),
            (Wording.Papers, PickupWords.Papers(turn, booking)));
        turn.OfferOptionsOf(node);
    }

    public static void SayLapsed(TurnDraft turn, BookingDraft draft)
    {
        if (draft.Held is { } held)
        {
            turn.Note(new TurnFact.BookingGone(held, BookingEnd.Lapsed));
        }

        turn.Enter(Step.Idle.Here);
        var node = draft.Moves is null ? "booking.lapsed" : "booking.lapsed-move";
        turn.Say(node);
        turn.OfferOptionsOf(node);
    }

    private static void Ask(TurnDraft turn, BookingDraft draft, BookingView booking)
    {
        turn.Enter(new Step.MakingBooking(draft, BookingAsks.Collector));
        var node = draft.Moves is null ? Node : MoveNode;
        turn.Say(
            node,
            ("date", PickupWords.Date(turn, booking.At.Day.Date)),
            ("seats", PickupWords.Seats(turn, booking)),
            ("until", booking.Until is { } until ? PickupWords.Until(turn, until) : ""));
        turn.OfferOptionsOf(node);
    }

    private static void Confirm(TurnDraft turn, BookingDraft draft, Collector collector)
    {
        if (draft.Held is not { } held)
        {
            SayLapsed(turn, draft);
            return;
        }

        switch (DeskTalk.Ask(turn, new ConfirmBooking(held.Day, held.Code, collector)))
        {
            case null:
                break;
            case [PickupAnswer.Booked { Booking: var booking }]:
                Confirmed(turn, booking, draft.Moves);
                break;
            case [PickupAnswer.Refused { Why: PickupRefusal.NotAvailable or PickupRefusal.AlreadyBooked } refused]:
                BookingRefusals.Say(turn, draft, refused, null);
                break;
            default:
                SayLapsed(turn, draft);
                break;
        }
    }

    /// <summary>A booking that is moved keeps its collector.</summary>
    private static Collector CollectorBefore(TurnDraft turn, BookingDraft draft) =>
        (draft.Moves is { } moves ? turn.Pickup.Booking(moves)?.Collector : null) ?? Collector.Applicant;
}
