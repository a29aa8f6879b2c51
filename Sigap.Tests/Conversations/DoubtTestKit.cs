using Akka.Actor;
using Akka.Persistence;
using Akka.TestKit;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A conversation whose replies are with a transport, and the statuses it finds.</summary>
public abstract class DoubtTestKit : Akka.TestKit.Xunit2.TestKit
{
    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly Applicant Someone = Applicant.From("6281200000001", null)!;
    protected static readonly SendVerdict Unknown = new SendVerdict.Unknown(TimeSpan.Zero, IsLast: false);
    protected static readonly SendVerdict LastUnknown = new SendVerdict.Unknown(TimeSpan.Zero, IsLast: true);
    private readonly ConversationId _id = new($"{Business}.{Guid.NewGuid():n}");
    private readonly TestProbe _transport;
    private IActorRef _conversation = ActorRefs.Nobody;
    private int _messages;

    protected DoubtTestKit()
        : base(FailingJournal.Config + """

            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            """)
    {
        _transport = CreateTestProbe();
        Parts = new ConversationParts(
            new FixedContent(new ContentBuilder().Build()),
            new SimpleUnderstanding(),
            new NoApplications(),
            new ConversationSettings(),
            new SchedulerClock(Sys.Scheduler),
            new RepliesUnderWay(),
            new NoDesk(),
            new DoorCodes([1]));
    }

    private protected ToldStatuses Statuses { get; } = new();

    protected ConversationParts Parts { get; }

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    protected TimeSpan FirstLook => Doubt.Told(Parts.Settings.UnknownWait, isLast: false).Waited;

    protected IActorRef Start() => _conversation =
        Sys.ActorOf(Props.Create(() => new ConversationActor(_id.Value, Parts, Statuses.Parts, _transport.Ref)));

    /// <summary>The first reply is with the transport, the others wait behind it.</summary>
    protected IActorRef Owes(params string[] texts)
    {
        var conversation = Start();
        foreach (var text in texts)
        {
            conversation.Tell(Hears(text), TestActor);
            ExpectMsg<Heard>();
        }

        Delivered().Number.ShouldBe(1);
        return conversation;
    }

    protected Hear Hears(string text)
    {
        var now = Sys.Scheduler.Now.ToUniversalTime();
        return new Hear(
            _id, new InboundMessage(MessageNumber(++_messages), Business, Someone, now, now, new InboundContent.Text(text)));
    }

    private MessageId MessageNumber(int number) => new($"wamid.{_id.Value}.{number}");

    protected void Ends(IActorRef conversation, SendVerdict verdict)
    {
        conversation.Tell(new ReplyOutcome(_id, 1, verdict));
        Sync(conversation);
    }

    protected void Told(int attempt, string message, DeliveryStage stage, int? code = null) =>
        Statuses.Tell(new SendTag(_id, 1, attempt), new MessageId(message), stage, code);

    protected void Wait(TimeSpan time) => Time.Advance(time);

    protected void WaitAndLook(TimeSpan time)
    {
        var looks = Statuses.Looks;
        Wait(time);
        AwaitCondition(() => Statuses.Looks > looks);

        // After the first the look has ended, after the second the conversation knows what was seen: the next pause has begun.
        Sync(_conversation);
        Sync(_conversation);
    }

    protected void WaitInVain()
    {
        WaitAndLook(FirstLook);
        WaitAndLook(FirstLook);
        WaitAndLook(FirstLook * 2);
        Wait(FirstLook * 4);
    }

    protected Deliver Delivered() => (Deliver)_transport.FishForMessage(message => message is Deliver);

    protected void NothingMoreIsDelivered()
    {
        _transport.Send(_transport.Ref, "marker");
        _transport.FishForMessage(message => message is string or Deliver).ShouldBe("marker");
    }

    /// <summary>Everything sent before has been handled: a repeated message is answered after it.</summary>
    protected void Sync(IActorRef conversation)
    {
        var probe = CreateTestProbe();
        var now = Sys.Scheduler.Now.ToUniversalTime();
        var repeated = new InboundMessage(MessageNumber(1), Business, Someone, now, now, new InboundContent.Text("halo"));
        conversation.Tell(new Hear(_id, repeated), probe.Ref);
        probe.ExpectMsg<Heard>().Again.ShouldBeTrue();
    }

    protected void Kill(IActorRef conversation)
    {
        Watch(conversation);
        conversation.Tell(Akka.Actor.Kill.Instance);
        ExpectTerminated(conversation);
        Unwatch(conversation);
    }

    protected static (Settlement As, ulong Accepted, int Code, bool Twice) Accepted(string message, bool twice) =>
        (Settlement.Accepted, new MessageId(message).Fingerprint, 0, twice);

    /// <summary>How the journal says replies ended.</summary>
    protected List<(Settlement As, ulong Accepted, int Code, bool Twice)> Settlements()
    {
        var probe = CreateTestProbe();
        Persistence.Instance.Apply(Sys).JournalFor(null)
            .Tell(new ReplayMessages(1, long.MaxValue, long.MaxValue, $"conversation|{_id}", probe.Ref));
        var settlements = new List<(Settlement, ulong, int, bool)>();
        while (probe.ReceiveOne(TimeSpan.FromSeconds(3)) is ReplayedMessage replayed)
        {
            if (replayed.Persistent.Payload is ReplySettled settled)
            {
                settlements.Add((settled.As, settled.Accepted, settled.Code, settled.PossiblyTwice));
            }
        }

        return settlements;
    }

    private sealed class NoApplications : IApplications
    {
        public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel) =>
            Task.FromException<ProofOutcome>(new InvalidOperationException("Nobody asks for an application here"));
    }
}
