using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>What a day does after a write, and by itself: errands, what falls due, leaving the memory.</summary>
public sealed partial class PickupDayActor
{
    /// <summary>What is overdue is not chased faster than this.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(100);

    private void Act()
    {
        if (!_state.Errands.IsEmpty)
        {
            _errands.Tell(new ErrandActor.Carry(_state.Errands));
        }

        WakeWhenDue();
    }

    private void WakeWhenDue()
    {
        if (_parts.Plans.Around(_id, Now) is not { } around || Stock.NextDue(_state, around) is not { } due)
        {
            Timers.Cancel(Due.Key);
            return;
        }

        var wait = due - Now;
        Timers.StartSingleTimer(Due.Key, Due.Now, wait < LeastWait ? LeastWait : wait);
    }

    /// <summary>An errand that is done rides on the next write, or is written by itself when none comes.</summary>
    private void Acknowledge(long errand)
    {
        var isNews = _state.Errands.Any(owed => owed.Number == errand) && _done.Add(errand);
        if (isNews && !Timers.IsTimerActive(WriteAcknowledgements.Key))
        {
            Timers.StartSingleTimer(WriteAcknowledgements.Key, WriteAcknowledgements.Now, _parts.Settings.AcknowledgeAfter);
        }
    }

    private void WriteDone()
    {
        if (_done.Count == 0 || _isStopping)
        {
            return;
        }

        if (_batch is not null || _parts.Plans.Around(_id, Now) is not { } around)
        {
            Timers.StartSingleTimer(WriteAcknowledgements.Key, WriteAcknowledgements.Now, _parts.Settings.AcknowledgeAfter);
            return;
        }

        _batch = DayBatch<IActorRef>.Of([], around);
        PersistAsync(new DayChanged(around.Now, [], [], _state.LastErrand + 1, [.. _done]), written => Written(written, []));
    }

    /// <summary>Asks the day of a booking, with patience by this day's own clock.</summary>
    private async Task<PickupAnswer> Look(IActorRef days, BookingAt booking, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(_parts.Settings.LookTimeout, _parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        return await days.AskDay(new GetBooking(booking.Day, booking.Code), either.Token);
    }

    private void Release(ImmutableArray<ClaimNeed> inVain)
    {
        if (inVain.IsEmpty)
        {
            return;
        }

        ClaimRelease.Carry(_parts.Claims, inVain, _stopped.Token)
            .PipeTo(Self, success: () => Released.Now, failure: failure => new NotReleased(failure.GetType().Name));
    }

    /// <summary>A day on which something will fall due stays, for nobody else would do it at its moment.</summary>
    private void LeaveIfIdle()
    {
        var isIdle = _batch is null && _waiting.Count == 0 && _done.Count == 0 && _state.Errands.IsEmpty;
        if (isIdle && (_parts.Plans.Around(_id, Now) is not { } around || Stock.NextDue(_state, around) is null))
        {
            Context.Parent.Tell(new Passivate(Stop.Instance));
        }
    }

    private sealed record NotReleased(string Failure) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed class Released : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly Released Now = new();
    }

    private sealed class Due : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "due";
        public static readonly Due Now = new();
    }

    private sealed class WriteAcknowledgements : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
    {
        public const string Key = "write-acknowledgements";
        public static readonly WriteAcknowledgements Now = new();
    }
}
