using System.Collections.Immutable;
using System.Globalization;
using Sigap.Content;
using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>The nearest days with free places, as rows; full days lead to their waitlist.</summary>
internal static class BookingDays
{
    public const string Node = "booking.day";
    public const string Full = "booking.day-full";

    private const string More = "other-days";
    private const string Format = "yyyy-MM-dd";

    public static void Ask(TurnDraft turn, BookingDraft draft)
    {
        var dates = Open(turn);
        if (dates.IsEmpty)
        {
            turn.Enter(Step.Idle.Here);
            turn.Say("booking.no-days");
            turn.OfferOptionsOf("booking.no-days");
            return;
        }

        if (DeskTalk.AskLeaving(turn, draft, [.. dates.Select(date => Query(turn, draft, date))]) is not var (answers, left))
        {
            return;
        }

        Show(turn, left with { Day = null }, [.. answers.OfType<PickupAnswer.Free>().Where(day => !day.IsClosed && (draft.Moves is null || !day.Slots.IsEmpty))]);
    }

    public static bool ChooseAfterFull(TurnDraft turn, BookingDraft draft, string option)
    {
        if (option == "menu")
        {
            MenuDialogue.ShowMenu(turn);
        }
        else
        {
            Ask(turn, draft with { Page = 0 });
        }

        return true;
    }

    public static bool Choose(TurnDraft turn, BookingDraft draft, string option)
    {
        if (option == More)
        {
            Ask(turn, draft with { Page = draft.Page + 1 });
            return true;
        }

        if (!DateOnly.TryParseExact(option, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        Take(turn, draft, date, null);
        return true;
    }

    /// <summary>A typed day, perhaps with its time: "besok jam 9".</summary>
    public static bool Continue(TurnDraft turn, BookingDraft draft)
    {
        var today = turn.Around.Office.LocalDate(turn.Now);
        if (DaysAndTimes.FindDay(turn.Input.Text!, today) is { } date)
        {
            Take(turn, draft, date, DaysAndTimes.FindTime(turn.Input.Text!));
            return true;
        }

        if (!PickupDialogue.IsAboutBooking(turn))
        {
            return false;
        }

        Ask(turn, draft);
        return true;
    }

    public static GetFree Query(TurnDraft turn, BookingDraft draft, DateOnly date)
    {
        var day = DeskTalk.Day(turn, date);
        var besides = draft.Moves is { } moves && moves.Day == day ? moves.Code : (BookingCode?)null;
        return new GetFree(day, draft.Party.Applications.Length, draft.Priority, besides);
    }

    private static void Take(TurnDraft turn, BookingDraft draft, DateOnly date, TimeOnly? time)
    {
        if (!Open(turn).Contains(date))
        {
            turn.Say("booking.closed-day", ("date", PickupWords.Date(turn, date)), ("last", PickupWords.Date(turn, Last(turn))));
            Ask(turn, draft with { Page = 0 });
        }
        else if (time is { } wanted && BookingTimes.SlotAt(turn, date, wanted) is { } slot)
        {
            BookingTimes.Hold(turn, draft with { Day = date, Page = 0 }, slot);
        }
        else
        {
            BookingTimes.Ask(turn, draft with { Day = date, Page = 0 });
        }
    }

    private static void Show(TurnDraft turn, BookingDraft draft, ImmutableArray<PickupAnswer.Free> days)
    {
        var page = RowPages.Of(days, draft.Page, WhatsAppLimits.Rows);
        turn.Enter(new Step.MakingBooking(draft with { Page = page.Number }, BookingAsks.Day));
        turn.Say(Node, ("count", PickupWords.Count(draft.Party.Applications.Length)));
        turn.Offer([.. page.Rows.Select(day => Row(turn, day)), .. page.HasOthers ? [new Offer(Node, More)] : (ImmutableArray<Offer>)[]]);
    }

    private static Offer Row(TurnDraft turn, PickupAnswer.Free day) => new(
        Node,
        day.Day.Date.ToString(Format, CultureInfo.InvariantCulture),
        PickupWords.RowTitle(turn, day.Day.Date),
        day.Slots.IsEmpty
            ? PickupWords.Phrase(turn, "booking.row-full", ("waiting", PickupWords.Count(day.Waiting)))
            : PickupWords.Phrase(
                turn,
                "booking.row-day",
                ("time", PickupWords.Time(turn, day.Slots[0].From)),
                ("places", PickupWords.Count(day.Slots.Sum(slot => slot.Places)))));

    /// <summary>The days that can still be booked: within the horizon, open, and today only while a slot is far enough ahead.</summary>
    private static ImmutableArray<DateOnly> Open(TurnDraft turn)
    {
        var (content, office) = (turn.Around.Content, turn.Around.Office);
        var today = office.LocalDate(turn.Now);
        return
        [
            .. PickupCalendar.OpenDays(content, office, today, Last(turn)).Where(date =>
            {
                var plan = PickupCalendar.Plan(content, office, date);
                return plan.Slots.Any(slot => plan.At(slot.From) - office.Pickup.LeadTime >= turn.Now);
            }),
        ];
    }

    private static DateOnly Last(TurnDraft turn) => turn.Around.Office.LocalDate(turn.Now).AddDays(turn.Around.Office.Pickup.HorizonDays);
}
