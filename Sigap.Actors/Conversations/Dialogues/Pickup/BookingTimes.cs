using System.Collections.Immutable;
using System.Globalization;
using Sigap.Content;
using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>The free times of one day, as rows; the one that is chosen is held for a few minutes.</summary>
internal static class BookingTimes
{
    public const string Node = "booking.time";

    private const string More = "other-times";
    private const string OtherDay = "other-day";
    private const string Format = "HH.mm";

    public static void Ask(TurnDraft turn, BookingDraft draft)
    {
        if (draft.Day is not { } date || DeskTalk.AskLeaving(turn, draft, BookingDays.Query(turn, draft, date)) is not var (answers, left))
        {
            return;
        }

        if (answers is [PickupAnswer.Free free])
        {
            Show(turn, left, free);
        }
        else
        {
            DeskTalk.SayNotAvailable(turn);
        }
    }

    /// <summary>The times that are free, or the waitlist when none is.</summary>
    public static void Show(TurnDraft turn, BookingDraft draft, PickupAnswer.Free free)
    {
        if (free.Slots.IsEmpty)
        {
            DayFull(turn, draft, free);
            return;
        }

        var page = RowPages.Of(free.Slots, draft.Page, WhatsAppLimits.Rows - 1);
        turn.Enter(new Step.MakingBooking(draft with { Page = page.Number }, BookingAsks.Time));
        turn.Say(Node, ("date", PickupWords.Date(turn, free.Day.Date)));
        turn.Offer(
        [
            .. page.Rows.Select(slot => Row(turn, slot)),
            .. page.HasOthers ? [new Offer(Node, More)] : (ImmutableArray<Offer>)[],
            new Offer(Node, OtherDay),
        ]);
    }

    public static bool Choose(TurnDraft turn, BookingDraft draft, string option)
    {
        switch (option)
        {
            case More:
                Ask(turn, draft with { Page = draft.Page + 1 });
                return true;
            case OtherDay:
                BookingDays.Ask(turn, draft with { Page = 0 });
                return true;
            default:
                if (draft.Day is null || !TimeOnly.TryParseExact(option, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var slot))
                {
                    return false;
                }

                Hold(turn, draft, slot);
                return true;
        }
    }

    /// <summary>A typed time takes the slot it lies in; a typed day shows that day.</summary>
    public static bool Continue(TurnDraft turn, BookingDraft draft)
    {
        var today = turn.Around.Office.LocalDate(turn.Now);
        if (DaysAndTimes.FindDay(turn.Input.Text!, today) is not null)
        {
            return BookingDays.Continue(turn, draft);
        }

        if (draft.Day is { } date && DaysAndTimes.FindTime(turn.Input.Text!) is { } time && SlotAt(turn, date, time) is { } slot)
        {
            Hold(turn, draft, slot);
            return true;
        }

        if (!PickupDialogue.IsAboutBooking(turn))
        {
            return false;
        }

        Ask(turn, draft);
        return true;
    }

    /// <summary>The slot in which a time lies, or else the first after it; null after the last.</summary>
    public static TimeOnly? SlotAt(TurnDraft turn, DateOnly date, TimeOnly time)
    {
        var slots = PickupCalendar.Plan(turn.Around.Content, turn.Around.Office, date).Slots;
        foreach (var slot in slots)
        {
            if (time < slot.To)
            {
                return slot.From;
            }
        }

        return null;
    }

    /// <summary>Asks for the places, and for what else is free, should they be gone.</summary>
    public static void Hold(TurnDraft turn, BookingDraft draft, TimeOnly slot)
    {
        if (PlacesOfPhone.AreTooMany(turn, draft))
        {
            BookingRefusals.TooMany(turn);
            return;
        }

        var day = DeskTalk.Day(turn, draft.Day!.Value);
        var hold = new HoldPlaces(
            day, DeskTalk.Request(turn), turn.Around.Conversation, draft.Party.Applications, slot, draft.Priority, draft.Moves);
        var query = BookingDays.Query(turn, draft, day.Date);

        // The day itself replaces its own hold: a second tap finds the first, and a full slot costs nobody the place they have.
        var asked = draft.Held is { } held && held.Day == day
            ? DeskTalk.Ask(turn, hold, query) is { } all ? (all, draft) : null
            : DeskTalk.AskLeaving(turn, draft, hold, query);
        if (asked is not var (answers, left))
        {
            return;
        }

        if (answers[0] is PickupAnswer.Booked { Booking: var booking })
        {
            if (left.Held is { } replaced && replaced != booking.At)
            {
                turn.Note(new TurnFact.BookingGone(replaced, BookingEnd.Moved));
            }

            BookingHold.Held(turn, left, booking);
        }
        else
        {
            BookingRefusals.Say(turn, left, answers[0], answers[1] as PickupAnswer.Free);
        }
    }

    /// <summary>Who has a place keeps it instead of waiting for another: an offer would not know what it replaces.</summary>
    private static void DayFull(TurnDraft turn, BookingDraft draft, PickupAnswer.Free free)
    {
        if (draft.Moves is null)
        {
            WaitlistDialogue.AskToJoin(turn, draft, free);
            return;
        }

        turn.Enter(new Step.MakingBooking(draft with { Page = 0 }, BookingAsks.Day));
        turn.Say(BookingDays.Full, ("date", PickupWords.Date(turn, free.Day.Date)));
        turn.OfferOptionsOf(BookingDays.Full);
    }

    private static Offer Row(TurnDraft turn, FreeSlot slot) => new(
        Node,
        slot.From.ToString(Format, CultureInfo.InvariantCulture),
        $"{PickupWords.Time(turn, slot.From)}-{PickupWords.Time(turn, slot.To)} {turn.Around.Office.ZoneName}",
        PickupWords.Phrase(turn, "booking.row-time", ("places", PickupWords.Count(slot.Places))));
}
