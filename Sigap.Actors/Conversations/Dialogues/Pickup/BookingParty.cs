using System.Collections.Immutable;
using Sigap.Applications;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>Whose passports are collected: ready, and proven here within the last day. A family comes together.</summary>
internal static class BookingParty
{
    public const string Node = "booking.party";

    /// <summary>Who proved an application yesterday may have lent the phone since.</summary>
    private static readonly TimeSpan ProofForBooking = TimeSpan.FromHours(24);

    public static void Start(TurnDraft turn)
    {
        if (PauseAfterNoShows.Says(turn))
        {
            return;
        }

        if (Ready(turn, Party.Nobody) is [.., var last])
        {
            Ask(turn, new BookingDraft(new Party([last.Number])));
        }
        else if (turn.Pickup.Bookings.IsEmpty)
        {
            Prove(turn, Party.Nobody);
        }
        else
        {
            MyBookings.Show(turn);
        }
    }

    /// <summary>Another passport than those that are booked already.</summary>
    public static void StartAnother(TurnDraft turn)
    {
        if (PauseAfterNoShows.Says(turn))
        {
            return;
        }

        if (Ready(turn, Party.Nobody) is [.., var last])
        {
            Ask(turn, new BookingDraft(new Party([last.Number])));
        }
        else
        {
            Prove(turn, Party.Nobody);
        }
    }

    public static void Ask(TurnDraft turn, BookingDraft draft)
    {
        turn.Enter(new Step.MakingBooking(BookingHold.TakingUp(turn, draft), BookingAsks.Party));
        turn.Say(Node, ("seats", PickupWords.Passports(turn, draft.Party.Applications)));
        turn.OfferOptionsOf(Node);
    }

    public static bool Choose(TurnDraft turn, BookingDraft draft, string option)
    {
        switch (option)
        {
            case "yes":
                BookingDays.Ask(turn, draft with { Priority = true });
                return true;
            case "no":
                BookingDays.Ask(turn, draft with { Priority = false });
                return true;
            case "more":
                AddAnother(turn, draft.Party);
                return true;
            default:
                return false;
        }
    }

    public static bool Continue(TurnDraft turn, BookingDraft draft)
    {
        if (StatusDialogue.NumberIn(turn.Input.Reading!) is { Kind: NumberKind.ApplicationNumber })
        {
            StatusDialogue.StartFor(turn, draft.Party);
            return true;
        }

        switch (turn.Input.Intent)
        {
            case Intent.Yes: return Choose(turn, draft, "yes");
            case Intent.No: return Choose(turn, draft, "no");
            case Intent.Unknown or Intent.PickupQueue when turn.Input.Reading!.Topic is null:
                Ask(turn, draft);
                return true;
            default: return false;
        }
    }

    /// <summary>Number and birth date belonged together, and it was for booking.</summary>
    public static void Proven(TurnDraft turn, Party party, PassportApplication application)
    {
        var number = application.Number;
        if (application.Stage != Stage.ReadyForCollection)
        {
            StatusReport.Say(turn, application);
            turn.Say("booking.not-ready");
            GoOnWith(turn, party, "booking.not-ready");
        }
        else if (BookedAs(turn, number) is { } booking)
        {
            turn.Enter(Step.Idle.Here);
            SayAlready(turn, booking);
            GoOnWith(turn, party, "booking.already");
        }
        else if (party.Applications.Contains(number))
        {
            Ask(turn, new BookingDraft(party));
        }
        else if (party.Applications.Length >= turn.Around.Office.Pickup.PlacesPerPhone)
        {
            turn.Say("booking.party-full", ("most", PickupWords.Count(turn.Around.Office.Pickup.PlacesPerPhone)));
            Ask(turn, new BookingDraft(party));
        }
        else
        {
            Ask(turn, new BookingDraft(new Party(party.Applications.Add(number))));
        }
    }

    public static void SayAlready(TurnDraft turn, BookingView booking) => turn.Say(
        "booking.already", ("when", PickupWords.When(turn, booking)), ("code", booking.At.Code.Value));

    /// <summary>The live booking this conversation has for an application.</summary>
    public static BookingView? BookedAs(TurnDraft turn, ApplicationNumber number) => turn.Pickup.Bookings.FirstOrDefault(booking =>
        booking.Stage == BookingStage.Confirmed && IsAhead(turn, booking) && booking.Seats.Any(seat => seat.Application == number));

    public static bool IsAhead(TurnDraft turn, BookingView booking) =>
        booking.At.Day.Date >= turn.Around.Office.LocalDate(turn.Now) && (booking.Until is not { } until || until > turn.Now);

    private static void AddAnother(TurnDraft turn, Party party)
    {
        if (party.Applications.Length >= turn.Around.Office.Pickup.PlacesPerPhone)
        {
            turn.Say("booking.party-full", ("most", PickupWords.Count(turn.Around.Office.Pickup.PlacesPerPhone)));
            Ask(turn, new BookingDraft(party));
        }
        else if (Ready(turn, party) is [.., var last])
        {
            Ask(turn, new BookingDraft(new Party(party.Applications.Add(last.Number))));
        }
        else
        {
            Prove(turn, party);
        }
    }

    /// <summary>A passport known to be ready needs its birth date only; any other its number too.</summary>
    private static void Prove(TurnDraft turn, Party party)
    {
        var hasNumber = turn.Input.Reading is { } reading && StatusDialogue.NumberIn(reading) is not null;
        if (!hasNumber && Known(turn, party) is [var only])
        {
            turn.Enter(new Step.AwaitingBirthDate(only.Number, party));
            turn.Say("booking.prove-again", ("number", StatusProof.Masked(only.Number)));
            turn.OfferOptionsOf("booking.prove-again");
            return;
        }

        StatusDialogue.StartFor(turn, party);
    }

    /// <summary>With others in the party, it goes on with them; alone, the options of what was said last lead on.</summary>
    private static void GoOnWith(TurnDraft turn, Party party, string said)
    {
        if (party.Applications.IsEmpty)
        {
            turn.OfferOptionsOf(said);
        }
        else
        {
            Ask(turn, new BookingDraft(party));
        }
    }

    private static ImmutableArray<ProvenApplication> Ready(TurnDraft turn, Party besides) =>
        [.. Known(turn, besides).Where(known => turn.Now - known.At < ProofForBooking)];

    private static ImmutableArray<ProvenApplication> Known(TurnDraft turn, Party besides) =>
    [
        .. turn.Pickup.Proven.Where(known =>
            known.Stage == Stage.ReadyForCollection
            && known.Number.OfficeCode == turn.Around.Office.ApplicationCode
            && !besides.Applications.Contains(known.Number)
            && BookedAs(turn, known.Number) is null),
    ];
}
