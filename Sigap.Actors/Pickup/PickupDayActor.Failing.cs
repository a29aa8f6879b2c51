using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>What a day does when its journal fails it: it stops, and whoever waits is told at once.</summary>
public sealed partial class PickupDayActor
{
    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr)
    {
        // The outcome is unknown, so this incarnation stops; whoever asks again asks the next one, which knows what was written.
        SigapMetrics.FailedWrites.Add(1);
        _log.Warning("Pickup day {Day} stops: its event {SequenceNr} may not be written ({Failure})",
            _id, sequenceNr, cause.GetType().Name);
        TurnAway(PickupFailed.Now);
    }

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        SigapMetrics.FailedWrites.Add(1);
        _log.Error("Pickup day {Day} stops: the journal rejected its event {SequenceNr} ({Failure})",
            _id, sequenceNr, cause.GetType().Name);
        TurnAway(PickupFailed.Now);
        Context.Stop(Self);
    }

    /// <summary>
    /// A node that was no longer meant to wrote to this journal, as one does that stood still and whose last write was still under
    /// way. Who waits is told to ask again, for what it would be told now may be wrong; the next incarnation has read everything.
    /// </summary>
    private void BeginAnew()
    {
        _log.Warning("Pickup day {Day} begins anew: its journal holds what another node wrote", _id);
        Sender.Tell(PickupFailed.Now);
        TurnAway(PickupFailed.Now);
        Context.Stop(Self);
    }

    /// <summary>Everybody who waits, for the write under way or for the next.</summary>
    private void TurnAway(object answer)
    {
        Tell([.. _batch?.Items ?? [], .. _waiting.TakeAll()], answer);
        _heldBack.ForEach(held => held.Caller.Tell(answer));
        _heldBack.Clear();
    }

    private static void Tell(ImmutableArray<(IPickupCommand Command, IActorRef Caller)> items, object answer)
    {
        foreach (var (_, caller) in items)
        {
            caller.Tell(answer);
        }
    }
}
