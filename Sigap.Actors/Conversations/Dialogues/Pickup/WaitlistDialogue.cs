using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>A full day: waiting for a freed place, seeing one's place in line, leaving it, and answering an offer.</summary>
internal static class WaitlistDialogue
{
    public const string Node = "waitlist.full";

    public static void AskToJoin(TurnDraft turn, BookingDraft draft, PickupAnswer.Free free)
    {
        turn.Enter(new Step.MakingBooking(draft with { Day = free.Day.Date, Page = 0 }, BookingAsks.Waitlist));
        turn.Say(Node, ("date", PickupWords.Date(turn, free.Day.Date)), ("waiting", PickupWords.Count(free.Waiting)));
        turn.OfferOptionsOf(Node);
    }

    public static bool Choose(TurnDraft turn, BookingDraft draft, string option)
    {
        switch (option)
        {
            case "join":
                Join(turn, draft);
                return true;
            case "days":
                BookingDays.Ask(turn, draft with { Page = 0 });
                return true;
            default:
                return false;
        }
    }

    public static bool Continue(TurnDraft turn, BookingDraft draft)
    {
        switch (turn.Input.Intent)
        {
            case Intent.Yes:
                Join(turn, draft);
                return true;
            case Intent.No:
                BookingDays.Ask(turn, draft with { Page = 0 });
                return true;
            default:
                return BookingDays.Continue(turn, draft);
        }
    }

    /// <summary>One place in line, of a day this conversation waits for.</summary>
    public static void Show(TurnDraft turn, PickupDayId day, PickupAnswer answer)
    {
        if (answer is PickupAnswer.Waits waits)
        {
            turn.Say(
                "waitlist.show",
                ("date", PickupWords.Date(turn, day.Date)),
                ("place", PickupWords.Count(waits.Place)),
                ("of", PickupWords.Count(waits.Of)));
        }
        else
        {
            turn.Note(new TurnFact.WaitlistLeft(day));
            turn.Say("waitlist.closed", ("date", PickupWords.Date(turn, day.Date)));
        }
    }

    /// <summary>Out of every line this conversation stands in.</summary>
    public static void Leave(TurnDraft turn)
    {
        var days = turn.Pickup.Waits;
        if (days.IsEmpty)
        {
            MyBookings.Show(turn);
            return;
        }

        if (DeskTalk.Ask(turn, [.. days.Select(IWithPickupDay (day) => new LeaveWaitlist(day, turn.Around.Conversation))]) is null)
        {
            return;
        }

        foreach (var day in days)
        {
            turn.Note(new TurnFact.WaitlistLeft(day));
        }

        turn.Enter(Step.Idle.Here);
        turn.Say("waitlist.left");
        turn.OfferOptionsOf("waitlist.left");
    }

    /// <summary>A tap, or yes and no, on a place that was offered.</summary>
    public static bool Answer(TurnDraft turn, string option)
    {
        var offer = turn.Pickup.Bookings.LastOrDefault(booking => booking.Stage == BookingStage.Offered);
        switch (option)
        {
            case "accept" when offer is { Until: { } until } && until > turn.Now:
                BookingHold.Held(turn, new BookingDraft(new Party([.. offer.Seats.Select(seat => seat.Application)]), offer.Priority), offer);
                return true;
            case "decline" when offer is not null:
                Decline(turn, offer.At);
                return true;
            case var _ when MyBookings.HasAny(turn):
                // Taken already, and tapped once more.
                MyBookings.Show(turn);
                return true;
            default:
                turn.Enter(Step.Idle.Here);
                turn.Say("waitlist.offer-over");
                turn.OfferOptionsOf("waitlist.offer-over");
                return true;
        }
    }

    /// <summary>"Ya" and "tidak", when the offer was the last thing said.</summary>
    public static bool Continue(TurnDraft turn)
    {
        if (turn.Step is not Step.Idle || !turn.Before.Offered.Any(offer => offer.Node == "notice.place-offered"))
        {
            return false;
        }

        return turn.Input.Intent switch
        {
            Intent.Yes => Answer(turn, "accept"),
            Intent.No => Answer(turn, "decline"),
            _ => false,
        };
    }

    private static void Decline(TurnDraft turn, BookingAt at)
    {
        if (DeskTalk.Ask(turn, new EndBooking(at.Day, at.Code, BookingEnd.GivenBack)) is null)
        {
            return;
        }

        turn.Note(new TurnFact.BookingGone(at, BookingEnd.GivenBack));
        turn.Enter(Step.Idle.Here);
        turn.Say("waitlist.declined");
        turn.OfferOptionsOf("waitlist.declined");
    }

    private static void Join(TurnDraft turn, BookingDraft draft)
    {
        if (draft.Day is not { } date)
        {
            BookingDays.Ask(turn, draft);
            return;
        }

        var day = DeskTalk.Day(turn, date);
        var join = new JoinWaitlist(
            day, DeskTalk.Request(turn), turn.Around.Conversation, draft.Party.Applications, draft.Priority);
        if (DeskTalk.AskLeaving(turn, draft, join, BookingDays.Query(turn, draft, date)) is not var (answers, left))
        {
            return;
        }

        switch (answers)
        {
            case [PickupAnswer.Waits waits, _]:
                turn.Note(new TurnFact.WaitlistJoined(day));
                turn.Enter(Step.Idle.Here);
                turn.Say(
                    "waitlist.joined",
                    ("date", PickupWords.Date(turn, date)),
                    ("place", PickupWords.Count(waits.Place)),
                    ("minutes", PickupWords.Count((int)turn.Around.Office.Pickup.OfferTime.TotalMinutes)));
                turn.OfferOptionsOf("waitlist.joined");
                break;
            case [PickupAnswer.Refused { Why: PickupRefusal.TooLate }, _]:
                turn.Enter(Step.Idle.Here);
                turn.Say("waitlist.closed", ("date", PickupWords.Date(turn, date)));
                turn.OfferOptionsOf("waitlist.closed");
                break;
            case [var refused, var free]:
                BookingRefusals.Say(turn, left, refused, free as PickupAnswer.Free);
                break;
        }
    }
}
