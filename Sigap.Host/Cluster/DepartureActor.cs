using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;

namespace Sigap.Host.Cluster;

/// <summary>Notices nodes that leave or are taken out, when their shards have gone to other nodes.</summary>
internal sealed class DepartureActor(Departures departures) : UntypedActor, IWithTimers
{
    /// <summary>What was written last is in the read tables by then, and shards without a home have found one.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() =>
        _cluster.Subscribe(Self, SubscriptionInitialStateMode.InitialStateAsEvents, typeof(MemberLeft), typeof(MemberRemoved));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // Its shards were handed over before it left.
            case IMemberEvent { Member: var member } when member.Address == _cluster.SelfAddress:
                break;
            case MemberRemoved { PreviousStatus: Akka.Cluster.MemberStatus.Down }:
                NoticeAfter(_cluster.DowningProvider.DownRemovalMargin + Settled);
                break;
            case IMemberEvent:
                departures.Notice();
                NoticeAfter(Settled);
                break;
            case Moved:
                departures.Notice();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void NoticeAfter(TimeSpan time) => Timers.StartSingleTimer(new object(), Moved.Now, time);

    private sealed class Moved : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly Moved Now = new();
    }
}
