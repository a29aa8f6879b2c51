using Sigap.Content;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>Everything about collecting a passport by appointment: where an option or a text leads, and what the next message answers.</summary>
internal static class PickupDialogue
{
    /// <summary>The names after <c>@pickup:</c>. Without one, a booking begins.</summary>
    public static void Start(TurnDraft turn, string? argument)
    {
        switch (argument)
        {
            case "another": BookingParty.StartAnother(turn); break;
            case "show": MyBookings.Show(turn); break;
            case MyBookings.Move or MyBookings.Cancel or MyBookings.Collect: MyBookings.Change(turn, argument); break;
            case "leave": WaitlistDialogue.Leave(turn); break;
            case "arrive": ArrivalDialogue.Start(turn); break;
            case "queue": QueueReport.Show(turn); break;
            default: BookingParty.Start(turn); break;
        }
    }

    /// <summary>Null when the option is of another dialogue. What was offered in a booking that is over begins a new one.</summary>
    public static bool? Choose(TurnDraft turn, Offer chosen) => chosen.Node switch
    {
        "notice.place-offered" => WaitlistDialogue.Answer(turn, chosen.Option),
        VisitRating.Node => VisitRating.Choose(turn, chosen.Option),
        MyBookings.Which => MyBookings.ChooseWhich(turn, chosen.Option),
        MyBookings.AskCancel or MyBookings.AskCollector when turn.Step is not Step.ChangingBooking => Shown(turn),
        MyBookings.AskCancel or MyBookings.AskCollector => BookingChanging.Choose(turn, chosen.Option),
        BookingParty.Node or BookingDays.Node or BookingTimes.Node or BookingHold.Node or BookingHold.MoveNode or WaitlistDialogue.Node
            or BookingDays.Full => ChooseInBooking(turn, chosen),
        _ => null,
    };

    public static bool Continue(TurnDraft turn, Step.MakingBooking step) => step.Asks switch
    {
        BookingAsks.Party => BookingParty.Continue(turn, step.Draft),
        BookingAsks.Day => BookingDays.Continue(turn, step.Draft),
        BookingAsks.Time => BookingTimes.Continue(turn, step.Draft),
        BookingAsks.Collector => BookingHold.Continue(turn, step.Draft),
        BookingAsks.Waitlist => WaitlistDialogue.Continue(turn, step.Draft),
        _ => false,
    };

    /// <summary>One question back.</summary>
    public static void GoBack(TurnDraft turn, Step.MakingBooking step)
    {
        switch (step.Asks)
        {
            case BookingAsks.Day when step.Draft.Moves is null: BookingParty.Ask(turn, step.Draft with { Day = null, Page = 0 }); break;
            case BookingAsks.Time or BookingAsks.Waitlist: BookingDays.Ask(turn, step.Draft with { Page = 0 }); break;
            case BookingAsks.Collector: BookingTimes.Ask(turn, step.Draft with { Page = 0 }); break;
            default: MenuDialogue.GoBack(turn); break;
        }
    }

    public static void Repeat(TurnDraft turn, Step.MakingBooking step)
    {
        switch (step.Asks)
        {
            case BookingAsks.Party: BookingParty.Ask(turn, step.Draft); break;
            case BookingAsks.Day: BookingDays.Ask(turn, step.Draft); break;
            case BookingAsks.Time or BookingAsks.Waitlist: BookingTimes.Ask(turn, step.Draft); break;
            case BookingAsks.Collector: BookingHold.Repeat(turn, step.Draft); break;
        }
    }

    /// <summary>"Batal" in the middle of a booking gives held places back; when nothing is open, it may mean the booking itself.</summary>
    public static bool Cancel(TurnDraft turn)
    {
        switch (turn.Step)
        {
            case Step.MakingBooking { Draft: { Held: not null } draft }:
                BookingHold.Abandon(turn, draft);
                return true;
            case Step.Idle when MyBookings.HasAny(turn):
                MyBookings.Change(turn, MyBookings.Cancel);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whoever asks something else in the middle gets an answer to it.</summary>
    public static bool IsAboutBooking(TurnDraft turn) =>
        turn.Input.Reading!.Topic is null
        && turn.Input.Intent is Intent.Unknown or Intent.Yes or Intent.No or Intent.Greeting or Intent.PickupQueue;

    private static bool ChooseInBooking(TurnDraft turn, Offer chosen)
    {
        if (turn.Step is not Step.MakingBooking { Draft: var draft })
        {
            BookingParty.Start(turn);
            return true;
        }

        return chosen.Node switch
        {
            BookingParty.Node => BookingParty.Choose(turn, draft, chosen.Option),
            BookingDays.Node => BookingDays.Choose(turn, draft, chosen.Option),
            BookingTimes.Node => BookingTimes.Choose(turn, draft, chosen.Option),
            BookingDays.Full => BookingDays.ChooseAfterFull(turn, draft, chosen.Option),
            WaitlistDialogue.Node => WaitlistDialogue.Choose(turn, draft, chosen.Option),
            _ => BookingHold.Choose(turn, draft, chosen.Option),
        };
    }

    private static bool Shown(TurnDraft turn)
    {
        MyBookings.Show(turn);
        return true;
    }
}
