using System.Collections.Immutable;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>What a turn asks of the pickup days. Null where the answers are not there: yet, or at all, and then that is said.</summary>
internal static class DeskTalk
{
    public static ImmutableArray<PickupAnswer>? Ask(TurnDraft turn, params ImmutableArray<IWithPickupDay> messages)
    {
        turn.Ask(new Question.AskDays(messages));
        switch (turn.Answer)
        {
            case null:
                return null;
            case Answer.Days days when days.All.Length == messages.Length:
                return days.All;
            default:
                SayNotAvailable(turn);
                return null;
        }
    }

    /// <summary>The same, after giving back the places that this turn leaves behind.</summary>
    public static (ImmutableArray<PickupAnswer> Answers, BookingDraft Draft)? AskLeaving(
        TurnDraft turn, BookingDraft draft, params ImmutableArray<IWithPickupDay> messages)
    {
        if (draft.Held is not { } held)
        {
            return Ask(turn, messages) is { } answers ? (answers, draft) : null;
        }

        if (Ask(turn, messages.Insert(0, new EndBooking(held.Day, held.Code, BookingEnd.GivenBack))) is not { } all)
        {
            return null;
        }

        turn.Note(new TurnFact.BookingGone(held, BookingEnd.GivenBack));
        return (all.RemoveAt(0), draft with { Held = null });
    }

    public static void SayNotAvailable(TurnDraft turn)
    {
        turn.Say("booking.not-available");
        turn.OfferOptionsOf("booking.not-available");
    }

    public static PickupDayId Day(TurnDraft turn, DateOnly date) => new(turn.Around.Office.Id, date);

    public static ulong Request(TurnDraft turn) => turn.Input.Message.Id.Fingerprint;
}
