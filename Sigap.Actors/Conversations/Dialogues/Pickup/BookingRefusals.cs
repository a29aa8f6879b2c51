using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>Every no of a pickup day, said plainly, with a way on.</summary>
internal static class BookingRefusals
{
    /// <param name="free">What else the day has.</param>
    public static void Say(TurnDraft turn, BookingDraft draft, PickupAnswer answer, PickupAnswer.Free? free)
    {
        var refused = answer as PickupAnswer.Refused;
        switch (refused?.Why)
        {
            case PickupRefusal.Full or PickupRefusal.NoSuchSlot or PickupRefusal.TooLate or PickupRefusal.NotFull when free is not null:
                turn.Say(refused.Why == PickupRefusal.NotFull ? "waitlist.not-full" : "booking.slot-gone");
                BookingTimes.Show(turn, draft with { Page = 0 }, free);
                break;
            case PickupRefusal.AlreadyBooked when refused.Other is { } other:
                turn.Enter(Step.Idle.Here);
                turn.Say("booking.taken", ("date", PickupWords.Date(turn, other.Day.Date)), ("code", other.Code.Value));
                turn.OfferOptionsOf("booking.taken");
                break;
            case PickupRefusal.TooMany:
                TooMany(turn);
                break;
            case PickupRefusal.Lapsed:
                BookingHold.SayLapsed(turn, draft);
                break;
            default:
                DeskTalk.SayNotAvailable(turn);
                break;
        }
    }

    public static void TooMany(TurnDraft turn)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say("booking.too-many", ("most", PickupWords.Count(turn.Around.Office.Pickup.PlacesPerPhone)));
        turn.OfferOptionsOf("booking.too-many");
    }
}
