using Sigap.Conversations.Dialogues;
using Sigap.Language;
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
        Take(turn, isAside: GoesAside(turn));
        return turn.Question is { } question && answer is null ? new Decision.Needs(question) : new Decision.Turn(Finished(turn));
    }

    /// <summary>The turn for a message whose deciding failed: an apology and the menu, never silence.</summary>
    public static TurnTaken Apologise(Conversation c, InboundMessage message, Surroundings around)
    {
        var turn = new TurnDraft(c, around, new Input(message, null, null, null), null);
        SeeApplicant(turn);
        turn.Say("failed");
        if (turn.Timing == Timing.Overtaken)
        {
            Aside.OfferWhatStands(turn);
        }
        else
        {
            MenuDialogue.ShowMenu(turn);
        }

        return turn.Finish();
    }

    private static TurnTaken Finished(TurnDraft turn)
    {
        if (Gathering.OwesApology(turn))
        {
            turn.Apologise(Gathering.Apology);
        }

        var taken = turn.Finish();
        return turn.IsLate ? taken.Gathered(turn.Before, turn.Around) : taken;
    }

    /// <summary>
    /// What a newer message has overtaken stays out of the dialogue. Of what is only late, taps do, and words that would
    /// change something at a pickup day: the applicant may have made other plans since.
    /// </summary>
    private static bool GoesAside(TurnDraft turn) => turn.Timing switch
    {
        Timing.OnTime => false,
        Timing.Overtaken => true,
        _ => turn.Input.Message.Content is InboundContent.Tap || WouldChangeSomething(turn),
    };

    private static bool WouldChangeSomething(TurnDraft turn)
    {
        var trial = new TurnDraft(turn.Before, turn.Around, turn.Input, null);
        Take(trial, isAside: false);
        return Aside.ChangesSomething(trial.Question);
    }

    private static void Take(TurnDraft turn, bool isAside)
    {
        if (IsSilent(turn))
        {
            return;
        }

        if (turn.Timing == Timing.Overtaken)
        {
            Aside.Answer(turn);
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
        LeaveQuestionNotSeen(turn);
        if (isAside)
        {
            Aside.Answer(turn);
        }
        else
        {
            MainDialogue.Continue(turn);
        }
    }

    private static void SeeApplicant(TurnDraft turn)
    {
        var message = turn.Input.Message;
        if (message.Content is InboundContent.IdentityChange change)
        {
            AddressChanges.Note(turn, change);
        }
        else if (AddressBook.News(turn.Before, message) is { } seen)
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

    private static bool LooksLikeMachine(TurnDraft turn)
    {
        var sentAt = turn.Input.Message.SentAt;
        return turn.Before.Loop.After(sentAt, turn.Input.Text, isLate: turn.Timing != Timing.OnTime).Trips(sentAt, turn.Around.Settings);
    }

    /// <summary>
    /// Whatever comes next is taken for the text of a complaint or a question; but what was sent before that was asked for, and
    /// is understood by itself, cannot be meant.
    /// </summary>
    private static void LeaveQuestionNotSeen(TurnDraft turn)
    {
        var isFreeText = turn.Step is Step.AwaitingFeedbackText or Step.AwaitingOfficerQuestion;
        if (isFreeText && turn.Timing == Timing.Late && turn.Before.LastHeardAt > turn.Input.Message.SentAt
            && turn.Input.Intent is Intent.Status or Intent.Payment or Intent.Requirements or Intent.PickupQueue or Intent.OfficeHours)
        {
            turn.Enter(Step.Idle.Here);
        }
    }

    /// <summary>Stars are welcome at any time: what they belong to is stored.</summary>
    private static bool RatesLate(TurnDraft turn) =>
        turn.Step is Step.AwaitingRating && turn.Input.Chosen is { Node: FeedbackDialogue.AskRating };

    private static void LeaveStaleDialogue(TurnDraft turn)
    {
        var silence = Arrival.SilenceBefore(turn.Before, turn.Input.Message, turn.Around);
        var isStale = silence > turn.Around.Settings.DialogueTimeout;
        if (isStale && turn.Step is not Step.Idle && !RatesLate(turn))
        {
            turn.Enter(Step.Idle.Here);
            turn.Say("session-expired");
        }
    }
}
