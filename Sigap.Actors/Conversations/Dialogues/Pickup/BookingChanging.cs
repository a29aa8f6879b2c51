using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>The answer to "cancel it?" and to "who will collect?", of a booking that is there.</summary>
internal static class BookingChanging
{
    public static bool Choose(TurnDraft turn, string option)
    {
        if (turn.Step is not Step.ChangingBooking { Booking: var at, Change: var change })
        {
            return false;
        }

        switch (change, option)
        {
            case (BookingChange.Cancel, "yes"): End(turn, at); return true;
            case (BookingChange.Cancel, _):
                MenuDialogue.SayAboveMenu(turn, "booking.kept");
                return true;
            case (BookingChange.Collector, "applicant"): Give(turn, at, Collector.Applicant); return true;
            case (BookingChange.Collector, "family"): Give(turn, at, Collector.Family); return true;
            case (BookingChange.Collector, "proxy"): Give(turn, at, Collector.Proxy); return true;
            default: return false;
        }
    }

    public static bool Continue(TurnDraft turn, Step.ChangingBooking step)
    {
        switch (step.Change, turn.Input.Intent)
        {
            case (BookingChange.Cancel, Intent.Yes or Intent.Cancel):
                End(turn, step.Booking);
                return true;
            case (BookingChange.Cancel, Intent.No):
                MenuDialogue.SayAboveMenu(turn, "booking.kept");
                return true;
            case (BookingChange.Collector, _) when CollectorWords.Find(turn.Input) is { } collector:
                Give(turn, step.Booking, collector);
                return true;
            default:
                return false;
        }
    }

    public static void Repeat(TurnDraft turn, Step.ChangingBooking step)
    {
        if (turn.Pickup.Booking(step.Booking) is { } booking)
        {
            MyBookings.Change(turn, step.Change == BookingChange.Cancel ? MyBookings.Cancel : MyBookings.Collect, booking);
        }
    }

    private static void End(TurnDraft turn, BookingAt at)
    {
        switch (DeskTalk.Ask(turn, new EndBooking(at.Day, at.Code, BookingEnd.GivenBack)))
        {
            case [PickupAnswer.Ended ended]:
                turn.Note(new TurnFact.BookingGone(at, ended.Why));
                turn.Enter(Step.Idle.Here);
                turn.Say("booking.ended", ("code", at.Code.Value));
                turn.OfferOptionsOf("booking.ended");
                break;
            case [var other]:
                NotDone(turn, at, other);
                break;
        }
    }

    private static void Give(TurnDraft turn, BookingAt at, Collector collector)
    {
        switch (DeskTalk.Ask(turn, new ChangeCollector(at.Day, at.Code, collector)))
        {
            case [PickupAnswer.Booked { Booking: var booking }]:
                turn.Note(new TurnFact.BookingSeen(booking));
                turn.Enter(Step.Idle.Here);
                turn.Say("booking.collector-changed", (Wording.Papers, PickupWords.Papers(turn, booking)));
                turn.OfferOptionsOf("booking.collector-changed");
                break;
            case [var other]:
                NotDone(turn, at, other);
                break;
        }
    }

    private static void NotDone(TurnDraft turn, BookingAt at, PickupAnswer answer)
    {
        if (answer is PickupAnswer.Refused { Why: PickupRefusal.NotFound })
        {
            MyBookings.Forget(turn, at);
            turn.OfferOptionsOf("booking.gone");
        }
        else
        {
            DeskTalk.SayNotAvailable(turn);
        }
    }
}
