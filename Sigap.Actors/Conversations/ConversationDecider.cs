using Sigap.Conversations.Dialogues;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>A message decides. Pure: the same conversation, message, surroundings and answer give the same decision.</summary>
public static class ConversationDecider
{
    /// <param name="answer">What the outside said to the question an earlier call with the same message asked.</param>
    public static Decision Hear(Conversation c, InboundMessage message, Surroundings around, Answer? answer = null)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(around);

        if (c.Recent.Contains(message.Id.Fingerprint))
        {
            return Decision.Already.Handled;
        }

        var turn = new TurnDraft(c, around, InputReader.Read(c, message, around), answer);
        SeeApplicant(turn);
        Take(turn);
        return turn.Question is { } question && answer is null ? new Decision.Needs(question) : new Decision.Turn(turn.Finish());
    }

    /// <summary>The turn for a message whose deciding failed: an apology and the menu, never silence.</summary>
    public static TurnTaken Apologise(Conversation c, InboundMessage message, Surroundings around)
    {
        var turn = new TurnDraft(c, around, new Input(message, null, null, null), null);
        SeeApplicant(turn);
        turn.Enter(Step.Idle.Here);
        turn.Say("failed");
        MenuDialogue.ShowMenu(turn);
        return turn.Finish();
    }

    private static void Take(TurnDraft turn)
    {
        if (IsSilent(turn))
        {
            return;
        }

        if (LooksLikeMachine(turn))
        {
            var settings = turn.Around.Settings;
            turn.Note(new TurnFact.Paused(turn.Now + settings.Pause));
            turn.Say("paused", ("minutes", ((int)Math.Ceiling(settings.Pause.TotalMinutes)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return;
        }

        LeaveStaleDialogue(turn);
        MainDialogue.Continue(turn);
    }

    private static void SeeApplicant(TurnDraft turn)
    {
        var known = turn.Before.Applicant;
        var from = turn.Input.Message.From;
        var seen = known is null ? from : Applicant.From(from.Phone ?? known.Phone, from.ScopedId ?? known.ScopedId)!;
        if (!seen.Equals(known))
        {
            turn.Note(new TurnFact.ApplicantSeen(seen));
        }
    }

    /// <summary>Reactions and deletions want no answer; after the window closes none is allowed; in a pause only taps get one.</summary>
    private static bool IsSilent(TurnDraft turn)
    {
        var message = turn.Input.Message;
        return message.Content is InboundContent.Reaction or InboundContent.Revoke or InboundContent.IdentityChange
            || (turn.Before.Loop.IsPaused(turn.Now) && message.Content is not InboundContent.Tap)
            || message.SentAt + ConversationEvolution.AnswerWindow <= turn.Now;
    }

    private static bool LooksLikeMachine(TurnDraft turn) =>
        turn.Before.Loop.After(turn.Now, turn.Input.Text).Trips(turn.Now, turn.Around.Settings);

    /// <summary>Stars are welcome at any time: what they belong to is stored.</summary>
    private static bool RatesLate(TurnDraft turn) =>
        turn.Step is Step.AwaitingRating && turn.Input.Chosen is { Node: FeedbackDialogue.AskRating };

    private static void LeaveStaleDialogue(TurnDraft turn)
    {
        var isStale = turn.Before.LastHeardAt is { } last && turn.Now - last > turn.Around.Settings.DialogueTimeout;
        if (isStale && turn.Step is not Step.Idle && !RatesLate(turn))
        {
            turn.Enter(Step.Idle.Here);
            turn.Say("session-expired");
        }
    }
}
