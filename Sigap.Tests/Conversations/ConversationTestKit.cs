using Akka.Actor;
using Akka.TestKit;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>One conversation between a journal that can fail and a transport that only listens, in virtual time.</summary>
public abstract class ConversationTestKit : Akka.TestKit.Xunit2.TestKit
{
    protected static readonly BusinessNumberId Business = new("109000000000001");
    protected static readonly Applicant Someone = Applicant.From("6281200000001", null)!;
    private int _messages;

    protected ConversationTestKit(IContentSource content, IApplications applications, ConversationSettings? settings = null)
        : base(FailingJournal.Config + """

            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            """)
    {
        Transport = CreateTestProbe();
        Conversations = CreateTestProbe();
        Parts = new ConversationParts(
            content,
            new SimpleUnderstanding(),
            applications,
            settings ?? new ConversationSettings(),
            new SchedulerClock(Sys.Scheduler),
            new RepliesUnderWay(),
            new NoDesk(),
            new DoorCodes([1]));
    }

    protected ConversationId Id { get; } = new($"{Business}.{Guid.NewGuid():n}");

    protected TestProbe Transport { get; }

    /// <summary>Where conversations are reached.</summary>
    protected TestProbe Conversations { get; }

    protected ConversationParts Parts { get; }

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    protected DateTimeOffset Moment => Sys.Scheduler.Now.ToUniversalTime();

    protected IActorRef Start(SendingParts sending) => Start(sending, Parts);

    protected IActorRef Start(SendingParts sending, ConversationParts parts) =>
        Sys.ActorOf(Props.Create(() => new ConversationActor(Id.Value, parts, sending, Transport.Ref, () => Conversations.Ref)));

    protected Hear Hears(string text) => Hears(text, ++_messages);

    /// <summary>A text that was under way for so long.</summary>
    protected Hear HearsLate(string text, TimeSpan late) => Hears(text, ++_messages, late);

    protected Deliver Delivered() => (Deliver)Transport.FishForMessage(message => message is Deliver);

    protected void NothingMoreIsDelivered() => TheTransportGetsNoMore<Deliver>();

    protected void TheTransportGetsNoMore<TMessage>()
    {
        Transport.Send(Transport.Ref, "marker");
        Transport.FishForMessage(message => message is string or TMessage).ShouldBe("marker");
    }

    /// <summary>Everything sent before has been handled.</summary>
    protected virtual void Sync(IActorRef conversation) => HearsTheFirstAgain(conversation);

    /// <summary>An unknown wake-up is answered by nobody, a repeated message is.</summary>
    protected Heard HearsTheFirstAgain(IActorRef conversation)
    {
        var probe = CreateTestProbe();
        conversation.Tell(Hears("halo", message: 1), probe.Ref);
        return probe.ExpectMsg<Heard>();
    }

    /// <summary>The wait after a restart, in which no status comes of what may have left.</summary>
    protected void AdvanceSinceReturn(IActorRef returned)
    {
        for (var looks = 0; looks < 5; looks++)
        {
            // After the first the look has ended, after the second the conversation knows what was seen.
            Sync(returned);
            Sync(returned);
            Time.Advance(Parts.Settings.RestartWait);
        }
    }

    protected void Kill(IActorRef conversation)
    {
        Watch(conversation);
        conversation.Tell(Akka.Actor.Kill.Instance);
        ExpectTerminated(conversation);
        Unwatch(conversation);
    }

    /// <summary>And what the transport was told before does not matter any more.</summary>
    protected void KillAndForget(IActorRef conversation)
    {
        Kill(conversation);
        while (Transport.HasMessages)
        {
            Transport.ReceiveOne(TimeSpan.Zero);
        }
    }

    private Hear Hears(string text, int message, TimeSpan late = default) => new(Id, new InboundMessage(
        new MessageId($"wamid.{Id.Value}.{message}"), Business, Someone, Moment - late, Moment, new InboundContent.Text(text)));
}
