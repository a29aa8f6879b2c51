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
public sealed class ConversationActor : UntypedPersistentActor, IWithTimers
{
    private readonly ConversationId _id;
    private readonly ConversationParts _parts;
    private readonly IActorRef _transport;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private Conversation _state = Conversation.Origin;
    private Asking? _asking;
    private IActorRef _caller = ActorRefs.Nobody;
    private UnderWay? _underWay;

    public ConversationActor(string entityId, ConversationParts parts, IActorRef transport)
    {
        _id = new ConversationId(entityId);
        _parts = parts;
        _transport = transport;
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
                HandOver();
                break;
        }
    }

    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case Hear when _asking is not null:
                Stash.Stash();
                break;
            case Hear hear:
                Decide(new Asking(hear.Message, Sender), null);
                break;
            case Answered answered:
                Resume(answered);
                break;
            case ReplyOutcome outcome when outcome.Number == _underWay?.Number:
                Settle(outcome.Verdict);
                break;
            case TryAgain when _underWay is { } underWay:
                Pass(Begun(underWay));
                break;
            case ReplyOutcome or TryAgain or Wake:
                break;
            case Stop:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr)
    {
        // The outcome is unknown, so this incarnation stops; WhatsApp redelivers and the next one knows what was written.
        // Whoever waits is told at once: silence would keep the webhook open until its patience ends.
        _caller.Tell(new Status.Failure(new IOException("The turn may not be written")));
        SigapMetrics.FailedWrites.Add(1);
        _log.Warning("Conversation {Conversation} stops: its event {SequenceNr} may not be written ({Failure})",
            _id, sequenceNr, cause.GetType().Name);
    }

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        _caller.Tell(new Status.Failure(new IOException("The turn is not written")));
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
            ? new Surroundings(content, office, _parts.Understanding, _parts.Settings, Now)
            : null;
    }

    private DateTimeOffset Now => _parts.Clock.GetUtcNow().AsOnWire();

    private TurnTaken Unanswered(InboundMessage message) => new(
        message.Id.Fingerprint, Now, message.SentAt, _parts.Content.Current.Version, null, _state.Language,
        [new TurnFact.ApplicantSeen(message.From)], [], _state.LastReply + 1);

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

    /// <summary>Sends the oldest reply owed, unless one is under way.</summary>
    private void HandOver()
    {
        if (_underWay is not null || _state.Owed.IsEmpty)
        {
            return;
        }

        var owed = _state.Owed[0];
        if (Now >= _state.WindowUntil)
        {
            Forget(owed.Number, Settlement.WindowClosed, 0);
            return;
        }

        Pass(Begun(new UnderWay(owed.Number, 0)));
    }

    /// <summary>Counts a reply that goes to the transport; one that waits for its next try is not with it.</summary>
    private UnderWay Begun(UnderWay underWay)
    {
        if (!underWay.IsCounted)
        {
            _parts.UnderWay.Begin();
        }

        return underWay with { IsCounted = true };
    }

    private void Ended()
    {
        if (_underWay is { IsCounted: true })
        {
            _underWay = _underWay with { IsCounted = false };
            _parts.UnderWay.End();
        }
    }

    private void Pass(UnderWay underWay)
    {
        _underWay = underWay;
        var owed = _state.Owed[0];
        if (Now >= _state.WindowUntil)
        {
            Settle(new SendVerdict.GivenUp(0), Settlement.WindowClosed);
            return;
        }

        var content = _parts.Content.Current;
        if (_state.Applicant is not { } applicant || content.OfficeOf(_id.Business) is not { } office)
        {
            Settle(new SendVerdict.GivenUp(0));
            return;
        }

        var message = new OutboundMessage(
            _id.Business, applicant, Wording.Render(content, office, owed), $"{_id.Value}:{owed.Number}:{underWay.Attempt}");
        _transport.Tell(new Deliver(_id, owed.Number, underWay.Attempt, message));
        Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, _parts.Settings.SettleTimeout);
    }

    private void Settle(SendVerdict verdict, Settlement givenUpAs = Settlement.GivenUp)
    {
        var underWay = _underWay!;
        switch (verdict)
        {
            case SendVerdict.Later later:
                Ended();
                _underWay = underWay with { Attempt = underWay.Attempt + 1, IsCounted = false };
                Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, later.After);
                break;
            case SendVerdict.Accepted accepted:
                Forget(underWay.Number, Settlement.Accepted, 0, accepted.Fingerprint);
                break;
            case SendVerdict.GivenUp givenUp:
                Forget(underWay.Number, givenUpAs, givenUp.Code);
                break;
        }
    }

    private void Forget(long number, Settlement how, int code, ulong accepted = 0) =>
        Persist(new ReplySettled(number, Now, how, accepted, code), settled =>
        {
            _state = ConversationEvolution.Evolve(_state, settled);
            Timers.Cancel(TryAgain.Key);
            Ended();
            _underWay = null;

            Report(settled);
            HandOver();
        });

    private void Report(ReplySettled settled)
    {
        SigapMetrics.Settled.Add(1, SigapMetrics.How(settled.As switch
        {
            Settlement.Accepted => "accepted",
            Settlement.WindowClosed => "window-closed",
            _ => "given-up",
        }));
        if (settled.As != Settlement.Accepted)
        {
            _log.Warning("Reply {Number} of conversation {Conversation} was not delivered: {How}, code {Code}",
                settled.Number, _id, settled.As, settled.Code);
        }
    }

    /// <summary>A message in the middle of its decision.</summary>
    private sealed record Asking(InboundMessage Message, IActorRef Caller);

    private sealed record UnderWay(long Number, int Attempt, bool IsCounted = false);

    private sealed record Answered(Answer Answer) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed class TryAgain : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "try-again";
        public static readonly TryAgain Now = new();
    }
}
