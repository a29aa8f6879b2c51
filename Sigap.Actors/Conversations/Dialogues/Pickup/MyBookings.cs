using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>The bookings and waits of this conversation: shown as the days have them, moved, cancelled, given another collector.</summary>
internal static class MyBookings
{
    public const string Which = "booking.which";
    public const string AskCancel = "booking.ask-cancel";
    public const string AskCollector = "booking.ask-collector";
    public const string Move = "move";
    public const string Cancel = "cancel";
    public const string Collect = "collector";

    /// <summary>Separates the action from the code in an option.</summary>
    private const char Of = '.';

    public static bool HasAny(TurnDraft turn) => Confirmed(turn).Length > 0;

    public static void Show(TurnDraft turn)
    {
        var known = Ahead(turn);
        var waits = turn.Pickup.Waits.Where(day => day.Date >= turn.Around.Office.LocalDate(turn.Now)).ToImmutableArray();
        if (known.IsEmpty && waits.IsEmpty)
        {
            SayNone(turn);
            return;
        }

        IEnumerable<IWithPickupDay> questions =
        [
            .. known.Select(booking => new GetBooking(booking.At.Day, booking.At.Code)),
            .. waits.Select(day => new GetWaitlistPlace(day, turn.Around.Conversation)),
        ];
        if (DeskTalk.Ask(turn, [.. questions]) is not { } answers)
        {
            return;
        }

        turn.Enter(Step.Idle.Here);
        foreach (var (booking, answer) in known.Zip(answers))
        {
            Show(turn, booking.At, answer);
        }

        foreach (var (day, answer) in waits.Zip(answers.Skip(known.Length)))
        {
            WaitlistDialogue.Show(turn, day, answer);
        }

        OfferChanges(turn);
    }

    /// <summary>What can be changed of the only booking; of several, asks which.</summary>
    public static void Change(TurnDraft turn, string action)
    {
        switch (Confirmed(turn))
        {
            case []:
                SayNone(turn);
                break;
            case [var only]:
                Change(turn, action, only);
                break;
            case var several:
                turn.Enter(Step.Idle.Here);
                turn.Say(Which);
                turn.Offer([.. several.Take(WhatsAppLimits.Rows).Select(booking => new Offer(
                    Which, $"{action}{Of}{booking.At.Code}", PickupWords.RowTitle(turn, booking.At.Day.Date), Row(turn, booking)))]);
                break;
        }
    }

    public static bool ChooseWhich(TurnDraft turn, string option)
    {
        if (option.Split(Of) is not [var action, var code]
            || Confirmed(turn).FirstOrDefault(booking => booking.At.Code.Value == code) is not { } booking)
        {
            return false;
        }

        Change(turn, action, booking);
        return true;
    }

    public static void Change(TurnDraft turn, string action, BookingView booking)
    {
        switch (action)
        {
            case Move:
                turn.Say("booking.moving", ("when", PickupWords.When(turn, booking)));
                BookingDays.Ask(turn, BookingHold.TakingUp(turn, new BookingDraft(
                    new Party([.. booking.Seats.Select(seat => seat.Application)]), booking.Priority, Moves: booking.At)));
                break;
            case Collect:
                turn.Enter(new Step.ChangingBooking(booking.At, BookingChange.Collector));
                turn.Say(AskCollector);
                turn.OfferOptionsOf(AskCollector);
                break;
            default:
                turn.Enter(new Step.ChangingBooking(booking.At, BookingChange.Cancel));
                turn.Say(AskCancel, ("when", PickupWords.When(turn, booking)), ("code", booking.At.Code.Value));
                turn.OfferOptionsOf(AskCancel);
                break;
        }
    }

    private static void Show(TurnDraft turn, BookingAt at, PickupAnswer answer)
    {
        if (answer is not PickupAnswer.Booked { Booking: var booking })
        {
            Forget(turn, at);
            return;
        }

        turn.Note(new TurnFact.BookingSeen(booking));
        if (booking.Stage != BookingStage.Confirmed)
        {
            var party = new Party([.. booking.Seats.Select(seat => seat.Application)]);

            // Places held for passports that are booked already are to replace that booking.
            var moves = Confirmed(turn).FirstOrDefault(known => known.Seats.Any(seat => party.Applications.Contains(seat.Application)))?.At;
            BookingHold.Held(turn, new BookingDraft(party, booking.Priority, moves), booking);
            return;
        }

        turn.Say(
            "booking.show",
            ("date", PickupWords.Date(turn, booking.At.Day.Date)),
            ("seats", PickupWords.Seats(turn, booking)),
            ("code", booking.At.Code.Value),
            (Wording.Papers, PickupWords.Papers(turn, booking)));
    }

    /// <summary>The day has it no more: the office took it back, or the time for it is over.</summary>
    public static void Forget(TurnDraft turn, BookingAt at)
    {
        turn.Note(new TurnFact.BookingGone(at, BookingEnd.ByOfficer));
        turn.Enter(Step.Idle.Here);
        turn.Say("booking.gone", ("date", PickupWords.Date(turn, at.Day.Date)), ("code", at.Code.Value));
    }

    private static void OfferChanges(TurnDraft turn)
    {
        if (turn.Step is not Step.Idle)
        {
            return;
        }

        var node = HasAny(turn) ? "booking.show" : turn.Pickup.Waits.IsEmpty ? "booking.gone" : "waitlist.show";
        turn.OfferOptionsOf(node);
    }

    private static void SayNone(TurnDraft turn)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say("booking.none");
        turn.OfferOptionsOf("booking.none");
    }

    private static string Row(TurnDraft turn, BookingView booking) =>
        $"{PickupWords.Time(turn, booking.Seats[0].Slot)} {turn.Around.Office.ZoneName}, {booking.At.Code}";

    private static ImmutableArray<BookingView> Ahead(TurnDraft turn) =>
        [.. turn.Pickup.Bookings.Where(booking => BookingParty.IsAhead(turn, booking))];

    private static ImmutableArray<BookingView> Confirmed(TurnDraft turn) =>
        [.. Ahead(turn).Where(booking => booking.Stage == BookingStage.Confirmed)];
}
