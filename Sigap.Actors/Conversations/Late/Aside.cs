using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Conversations.Dialogues;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>
/// Answers a message that came too late for the dialogue: what it asks is answered as information, and everything else with
/// where the applicant stands now. It opens, continues and changes nothing, here or at a pickup day.
/// </summary>
internal static class Aside
{
    /// <summary>Said where a message was not understood by itself: it was an answer within a dialogue.</summary>
    private static readonly ImmutableHashSet<string> NoAnswers =
        ["not-understood", "nothing-to-cancel", "cancelled", "stale-menu", "paused", FeedbackDialogue.AskRating];

    /// <summary>Books, cancels, confirms: whatever is more than a look.</summary>
    public static bool ChangesSomething(Question? question) =>
        question is Question.AskDays { Messages: var messages } && messages.Any(message => message is not IPickupQuery);

    public static void Answer(TurnDraft turn)
    {
        var alone = Alone(turn);
        if (alone.Question is { } question && !ChangesSomething(question))
        {
            turn.Ask(question);
            if (turn.Answer is null)
            {
                return;
            }
        }

        foreach (var fact in alone.Facts.Where(IsKept))
        {
            turn.Note(fact);
        }

        if (Informs(turn, alone))
        {
            Inform(turn, alone);
        }
        else
        {
            Explain(turn);
        }
    }

    /// <summary>What was offered last stays what counts; the menu, when that is over.</summary>
    public static void OfferWhatStands(TurnDraft turn)
    {
        var stands = turn.Step.Equals(turn.Before.Step) && !turn.Before.Offered.IsEmpty;
        turn.Offer(stands ? turn.Before.Offered : turn.OptionsOf(MenuDialogue.Menu));
    }

    /// <summary>The turn as it would be if no dialogue were open and nothing had been offered.</summary>
    private static TurnDraft Alone(TurnDraft turn)
    {
        var before = turn.Before with { Step = Step.Idle.Here, Offered = [] };
        var alone = new TurnDraft(before, turn.Around, InputReader.Read(before, turn.Input.Message, turn.Around), turn.Answer);
        MainDialogue.Continue(alone);
        return alone;
    }

    /// <summary>What is known now and not earlier: the rest would move the dialogue, or undo what a newer message did.</summary>
    private static bool IsKept(TurnFact fact) => fact is
        TurnFact.ApplicationProven or TurnFact.ProofFailed or TurnFact.LookupsLocked or TurnFact.BookingSeen or TurnFact.BookingGone
        or TurnFact.WaitlistLeft or TurnFact.TicketSeen or TurnFact.DoorCodeWrong or TurnFact.FeedbackGiven or TurnFact.OfficerAsked
        or TurnFact.ServiceRated;

    private static bool Informs(TurnDraft turn, TurnDraft alone) =>
        !ChangesSomething(alone.Question)
        && alone.Step is Step.Idle or Step.AwaitingRating
        && alone.Facts.All(fact => IsKept(fact) || fact is TurnFact.Shown or TurnFact.StepEntered)
        && !AnswersDialogue(alone)
        && Sayable(turn, alone).Any();

    /// <summary>A tap on an answer, such as "yes, cancel it", asks for nothing. Stars for a visit are welcome at any time.</summary>
    private static bool AnswersDialogue(TurnDraft alone) =>
        alone.Input.Chosen is { Node: not VisitRating.Node } chosen && ContentKeys.AnsweredByDialogue.Contains(chosen.Node);

    /// <summary>A menu whose numbers do not count would mislead, and so would a hint at a button that is not there.</summary>
    private static IEnumerable<Part> Sayable(TurnDraft turn, TurnDraft alone)
    {
        var answers = alone.Said.Where(part => !NoAnswers.Contains(part.Node));
        if (MovesOn(turn))
        {
            return answers;
        }

        var showsMenu = alone.Said.Any(part => part.Node == MenuDialogue.Menu);
        return showsMenu && !turn.Before.Offered.SequenceEqual(turn.OptionsOf(MenuDialogue.Menu))
            ? []
            : answers.Where(part => part.Node != NewSubject.AlsoAsked);
    }

    /// <summary>A late tap outside of any dialogue is still the newest thing the applicant did.</summary>
    private static bool MovesOn(TurnDraft turn) =>
        turn is { Timing: Timing.Late, Step: Step.Idle, Input.Message.Content: InboundContent.Tap };

    private static void Inform(TurnDraft turn, TurnDraft alone)
    {
        turn.Say(Sayable(turn, alone));
        if (!MovesOn(turn))
        {
            OfferWhatStands(turn);
            return;
        }

        turn.Offer(alone.Offered);
        foreach (var shown in alone.Facts.OfType<TurnFact.Shown>())
        {
            turn.Note(shown);
        }
    }

    private static void Explain(TurnDraft turn)
    {
        turn.Say(turn.Timing == Timing.Overtaken ? "late.overtaken" : "late.not-done");
        if (turn.Timing == Timing.Late && Standing.HoldThatEnded(turn) is { } draft)
        {
            BookingHold.SayLapsed(turn, draft);
            return;
        }

        turn.Say(Standing.Node, (Standing.Where, turn.Phrase(Standing.Of(turn))));
        OfferWhatStands(turn);
    }
}
