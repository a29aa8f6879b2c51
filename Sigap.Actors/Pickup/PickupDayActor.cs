using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>
/// Carries one office's day: decides, writes, folds, answers, acts, in this order. What is asked while a write is under way is
/// collected and decided together by the next one: a rush is few writes. One write at a time.
/// </summary>
public sealed partial class PickupDayActor : UntypedPersistentActor, IWithTimers
{
    /// <summary>Before the day's name, in the journal.</summary>
    public const string StreamPrefix = "pickup|";

    private readonly PickupDayId _id;
    private readonly PickupParts _parts;
    private readonly ClaimTaking _claims;
    private readonly IActorRef _errands;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopped = new();
    private readonly WaitingCommands<IActorRef> _waiting = new();
    private readonly List<(GetBooking Query, IActorRef Caller)> _heldBack = [];
    private readonly SortedSet<long> _done = [];
    private PickupDay _state = PickupDay.Origin;
    private DayBatch<IActorRef>? _batch;
    private bool _isStopping;

    public PickupDayActor(string entityId, PickupParts parts, Func<IActorRef> conversations, Func<IActorRef> days)
    {
        _id = PickupDayId.Parse(entityId)
            ?? throw new ArgumentException("The entity id is not an office and a date", nameof(entityId));
        _parts = parts;
        _claims = new ClaimTaking(
            parts.Claims,
            (booking, cancel) => Look(days(), booking, cancel));
        _errands = Context.ActorOf(Props.Create(() => new ErrandActor(_id, parts, conversations, days)), "errands");
        Context.SetReceiveTimeout(parts.Settings.LeaveAfter);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public override string PersistenceId => $"{StreamPrefix}{_id}";

    private DateTimeOffset Now => _parts.Clock.GetUtcNow().AsOnWire();

    protected override void OnRecover(object message)
    {
        switch (message)
        {
            case SnapshotOffer { Snapshot: PickupDay saved }:
                _state = saved;
                break;
            case IPickupEvent happened:
                _state = PickupEvolution.Evolve(_state, happened);
                break;
            case RecoveryCompleted:
                Act();
                break;
        }
    }

    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case TakeStock stock when stock.Written > LastSequenceNr:
                BeginAnew();
                break;
            case IPickupCommand command:
                Collect(command);
                break;
            case IPickupQuery query:
                Answer(query);
                break;
            case ClaimsTried tried when _batch is not null:
                Decide(_batch.Knowing(tried.Sights));
                break;
            case ErrandActor.ErrandDone done:
                Acknowledge(done.Number);
                break;
            case Due:
                _waiting.Add(new TakeStock(_id), ActorRefs.Nobody);
                Next();
                break;
            case WriteAcknowledgements:
                WriteDone();
                break;
            case ReceiveTimeout:
                LeaveIfIdle();
                break;
            case Stop:
                _isStopping = true;
                Next();
                break;
            case SaveSnapshotFailure failure:
                _log.Warning("The snapshot of pickup day {Day} is not saved ({Failure})", _id, failure.Cause.GetType().Name);
                break;
            case NotReleased problem:
                _log.Info("Claims of pickup day {Day} are not released ({Failure}); who meets them takes them over",
                    _id, problem.Failure);
                break;
            case SaveSnapshotSuccess or ClaimsTried or Released:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostStop()
    {
        _stopped.Cancel();
        _stopped.Dispose();
        base.PostStop();
    }

    private void Collect(IPickupCommand command)
    {
        if (_isStopping || _waiting.Count >= _parts.Settings.MostWaiting)
        {
            Sender.Tell(new PickupAnswer.Refused(PickupRefusal.NotAvailable));
            return;
        }

        _waiting.Add(command, Sender);
        Next();
    }

    /// <summary>
    /// At once, from what is written. Only who asks for a booking whose claims are being taken waits for the outcome: told that
    /// there is none, another day would take the claims over.
    /// </summary>
    private void Answer(IPickupQuery query)
    {
        if (query is GetBooking booking && _batch?.Asked.Contains(booking.Code) == true)
        {
            _heldBack.Add((booking, Sender));
            return;
        }

        Sender.Tell(_parts.Plans.Around(_id, Now) is { } around
            ? DayQueries.Answer(_state, query, around)
            : new PickupAnswer.Refused(PickupRefusal.NoSuchSlot));
    }

    private void Next()
    {
        if (_batch is not null)
        {
            return;
        }

        if (_isStopping)
        {
            TurnAway(new PickupAnswer.Refused(PickupRefusal.NotAvailable));
            Context.Stop(Self);
        }
        else if (_waiting.Count > 0)
        {
            var items = _waiting.Take(_parts.Settings.CommandsPerWrite);
            if (_parts.Plans.Around(_id, Now) is { } around)
            {
                Decide(DayBatch<IActorRef>.Of(items, around));
            }
            else
            {
                // The office was taken off the configuration.
                Tell(items, new PickupAnswer.Refused(PickupRefusal.NoSuchSlot));
                Next();
            }
        }
    }

    private void Decide(DayBatch<IActorRef> batch)
    {
        _batch = batch;
        switch (Judge(batch))
        {
            case DayDecision.Needs needs:
                _batch = batch.Asking(needs.Claims);
                Fetch(needs.Claims);
                break;
            case DayDecision.Made { Change: { } change } made:
                PersistAsync(change with { Done = [.. _done] }, written => Written(written, made.Answers));
                break;
            case DayDecision.Made made:
                Finish(made.Answers);
                WakeWhenDue();
                Next();
                break;
            case null:
                _batch = null;
                Next();
                break;
        }
    }

    /// <summary>Null when deciding failed: then one bad command is one bad command, and the others are decided one by one.</summary>
    private DayDecision? Judge(DayBatch<IActorRef> batch)
    {
        try
        {
            return batch.Decide(_state);
        }
        catch (Exception failure)
        {
            // The exception's message may hold personal data, so only its type and place are logged.
            _log.Error("{Count} commands of pickup day {Day} failed with {Failure}; at {Place}",
                batch.Items.Length, _id, failure.GetType().Name, failure.StackTrace);
            if (batch.Items is [var (_, caller)])
            {
                caller.Tell(PickupFailed.Now);
            }
            else
            {
                _waiting.AddAlone(batch.Items);
            }

            return null;
        }
    }

    private void Fetch(ImmutableArray<ClaimNeed> needs)
    {
        var unknown = needs.ToImmutableDictionary(need => need, ClaimSight (_) => ClaimSight.Unknown.Now);
        _claims.Take(needs, _stopped.Token)
            .WaitAsync(_parts.Settings.ClaimTimeout + _parts.Settings.LookTimeout, _parts.Clock)
            .PipeTo(Self, success: sights => new ClaimsTried(sights), failure: _ => new ClaimsTried(unknown));
    }

    private void Written(DayChanged written, ImmutableArray<PickupAnswer> answers)
    {
        _state = PickupEvolution.Evolve(_state, written);
        _done.ExceptWith(written.Done);
        Finish(answers);
        Act();
        if (LastSequenceNr % _parts.Settings.EventsPerSnapshot == 0)
        {
            SaveSnapshot(_state);
        }

        Next();
    }

    /// <summary>Answers the batch under way.</summary>
    private void Finish(ImmutableArray<PickupAnswer> answers)
    {
        var batch = _batch!;
        _batch = null;
        foreach (var ((_, caller), answer) in batch.Items.Zip(answers))
        {
            caller.Tell(answer);
        }

        foreach (var (query, caller) in _heldBack)
        {
            caller.Tell(DayQueries.Answer(_state, query, batch.Around));
        }

        _heldBack.Clear();
        Release([.. batch.Seen.InVain(_state)]);
    }

    private sealed record ClaimsTried(ImmutableDictionary<ClaimNeed, ClaimSight> Sights)
        : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
