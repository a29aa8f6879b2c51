using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>
/// Carries one conversation: decides, writes, folds, answers, acts, in this order. One message at a time; one reply under
/// way at a time.
/// </summary>
public sealed partial class ConversationActor : UntypedPersistentActor, IWithTimers
{
    private readonly ConversationId _id;
    private readonly ConversationParts _parts;
    private readonly SendingParts _sending;
    private readonly IActorRef _transport;
    private readonly Func<IActorRef> _conversations;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private Conversation _state = Conversation.Origin;
    private Asking? _asking;
    private IActorRef _caller = ActorRefs.Nobody;

    /// <param name="conversations">Where conversations are reached; it knows this one, so it is looked up when it is needed.</param>
    public ConversationActor(
        string entityId, ConversationParts parts, SendingParts sending, IActorRef transport, Func<IActorRef> conversations)
    {
        _id = new ConversationId(entityId);
        _parts = parts;
        _sending = sending;
        _transport = transport;
        _conversations = conversations;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public override string PersistenceId => $"conversation|{_id.Value}";

    /// <summary>Conversations are short streams: no snapshots, so the snapshot store is not asked for one either.</summary>
    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    protected override void OnRecover(object message)
    {
        switch (message)
        {
            case IConversationEvent happened:
                _state = ConversationEvolution.Evolve(_state, happened);
                break;
            case RecoveryCompleted:
                Start();
                break;
        }
    }

    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case Hear or Notify or MoveTo or Inherit when _asking is not null:
                Stash.Stash();
                break;
            case Hear hear:
                Place(hear, Sender);
                break;
            case Notify notify:
                Place(notify, Sender);
                break;
            case MoveTo move:
                Move(move, Sender);
                break;
            case Inherit inherit:
                TakeIn(inherit, Sender);
                break;
            case GetWhereabouts:
                Sender.Tell(Whereabouts);
                break;
            case Answered answered:
                Resume(answered);
                break;
            case ReplyOutcome outcome when _underWay is { } underWay && underWay.Number == outcome.Number:
                Learn(underWay, outcome);
                break;
            case TellFailed failed:
                Take(failed, Sender);
                break;
            case TryAgain when _underWay is { } underWay:
                GoOn(underWay);
                break;
            case IsItThere when _underWay is { IsCounted: true, Doubt: null } underWay:
                _transport.Tell(new AskAfter(_id, underWay.Number, underWay.Attempt));
                break;
            case Gathered:
                HandOver();
                break;
            case Looked looked when _underWay is { IsLooking: true, Doubt: { } doubt } underWay && underWay.Number == looked.Number:
                Learn(underWay, doubt, looked);
                break;
            case Wake wake when wake.Reply > _state.LastReply:
                BeginAnew();
                break;
            case Wake when _underWay is { IsCounted: true, Doubt: null } underWay:
                // The transport it was handed to may be gone with its node.
                GoOn(underWay);
                break;
            case ReplyOutcome or TryAgain or IsItThere or Looked or Wake:
                break;
            case Stop:
                Leave();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    /// <summary>
    /// A node that was no longer meant to wrote to this stream, as one does that stood still and whose last write was still under
    /// way. Whoever starts next reads it; nothing is written here on the strength of what is not the last word.
    /// </summary>
    private void BeginAnew()
    {
        _log.Warning("Conversation {Conversation} begins anew: its journal holds a reply that another node wrote", _id);
        Context.Stop(Self);
    }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr)
    {
        // The outcome is unknown, so this incarnation stops; the message comes again and the next one knows what was written.
        // Whoever waits is told at once: silence would keep it waiting until its patience ends.
        _caller.Tell(CommandFailed.Now);
        SigapMetrics.FailedWrites.Add(1);
        _log.Warning("Conversation {Conversation} stops: its event {SequenceNr} may not be written ({Failure})",
            _id, sequenceNr, cause.GetType().Name);
    }

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        _caller.Tell(CommandFailed.Now);
        SigapMetrics.FailedWrites.Add(1);
        _log.Error("Conversation {Conversation} stops: the journal rejected its event {SequenceNr} ({Failure})",
            _id, sequenceNr, cause.GetType().Name);
        Context.Stop(Self);
    }

    protected override void PostStop()
    {
        Ended();
        base.PostStop();
    }

    private void Decide(Asking asking, Answer? answer)
    {
        switch (Judge(asking.Message, answer))
        {
            case Decision.Already:
                SigapMetrics.Duplicates.Add(1);
                asking.Caller.Tell(Heard.Before);
                break;
            case Decision.Needs needs:
                _asking = asking;
                Fetch(needs.Question);
                break;
            case Decision.Turn turn:
                Take(turn.Taken, asking);
                break;
        }
    }

    private Decision Judge(InboundMessage message, Answer? answer)
    {
        if (Surroundings() is not { } around)
        {
            // The number was taken off the configuration while its messages were on their way: written down, not answered.
            return new Decision.Turn(Unanswered(message));
        }

        try
        {
            return ConversationDecider.Hear(_state, message, around, answer);
        }
        catch (Exception failure)
        {
            // The exception's message may hold what the applicant wrote, so only its type and place are logged.
            SigapMetrics.FailedTurns.Add(1);
            _log.Error("A turn of conversation {Conversation} failed with {Failure} and is answered with an apology; at {Place}",
                _id, failure.GetType().Name, failure.StackTrace);
            return new Decision.Turn(ConversationDecider.Apologise(_state, message, around));
        }
    }

    private Surroundings? Surroundings()
    {
        var content = _parts.Content.Current;
        return content.OfficeOf(_id.Business) is { } office
            ? new Surroundings(content, office, _parts.Understanding, _parts.Settings, Now, _id, _parts.Doors)
            : null;
    }

    private DateTimeOffset Now => _parts.Clock.GetUtcNow().AsOnWire();

    private TurnTaken Unanswered(InboundMessage message) => new(
        message.Id.Fingerprint, Now, message.SentAt, _parts.Content.Current.Version, null, _state.Language,
        AddressBook.News(_state, message) is { } seen ? [new TurnFact.ApplicantSeen(seen)] : [], [], _state.LastReply + 1);

    private void Take(TurnTaken turn, Asking asking)
    {
        _caller = asking.Caller;
        Persist(turn, taken => Taken(taken, asking));
    }

    private void Taken(TurnTaken taken, Asking asking)
    {
        _caller = ActorRefs.Nobody;
        _state = ConversationEvolution.Evolve(_state, taken);
        SigapMetrics.Turns.Add(1);
        asking.Caller.Tell(Heard.Now);
        if (taken.Replies.Length > 0)
        {
            _transport.Tell(new ShowRead(_id.Business, asking.Message.Id, Typing: false));
        }

        HandOver();
    }

    private void Decide(Notify notify, IActorRef caller)
    {
        switch (Judge(notify))
        {
            case NoticeDecision.Already:
                SigapMetrics.Duplicates.Add(1);
                caller.Tell(Notified.Before);
                break;
            case NoticeDecision.Unwanted:
                caller.Tell(Notified.Now);
                break;
            case NoticeDecision.Take { Taken: var notice }:
                _caller = caller;
                Persist(notice, taken => Taken(taken, caller));
                break;
            default:
                caller.Tell(CommandFailed.Now);
                break;
        }
    }

    /// <summary>Null when deciding failed: whoever tells it tries again, until it is of no use any more.</summary>
    private NoticeDecision? Judge(Notify notify)
    {
        try
        {
            // The number was taken off the configuration: there is nothing left to tell it with.
            return Surroundings() is { } around ? NoticeDecider.Decide(_state, notify, around) : NoticeDecision.Unwanted.Here;
        }
        catch (Exception failure)
        {
            SigapMetrics.FailedTurns.Add(1);
            _log.Error("A notice of kind {Kind} to conversation {Conversation} failed with {Failure}; at {Place}",
                notify.Notice.GetType().Name, _id, failure.GetType().Name, failure.StackTrace);
            return null;
        }
    }

    private void Taken(NoticeTaken taken, IActorRef caller)
    {
        _caller = ActorRefs.Nobody;
        _state = ConversationEvolution.Evolve(_state, taken);
        SigapMetrics.Notices.Add(1);
        caller.Tell(Notified.Now);
        HandOver();
    }

    private void Fetch(Question question)
    {
        _transport.Tell(new ShowRead(_id.Business, _asking!.Message.Id, Typing: true));
        Questions.Answer(question, _asking.Message, Now, _parts)
            .PipeTo(
                Self,
                success: answer => new Answered(answer),
                failure: _ => new Answered(Answer.NotAvailable.Now));
    }

    private void Resume(Answered answered)
    {
        if (_asking is not { } asking)
        {
            return;
        }

        _asking = null;
        if (answered.Answer is Answer.NotAvailable)
        {
            _log.Warning("What conversation {Conversation} asked for did not come in time", _id);
        }

        Decide(asking, answered.Answer);
        Stash.UnstashAll();
    }

    /// <summary>A message in the middle of its decision.</summary>
    private sealed record Asking(InboundMessage Message, IActorRef Caller);

    private sealed record Answered(Answer Answer) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
