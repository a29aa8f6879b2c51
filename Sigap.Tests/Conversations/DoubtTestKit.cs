using Akka.Actor;
using Akka.Persistence;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A conversation whose replies are with a transport, and the statuses it finds.</summary>
public abstract class DoubtTestKit(ConversationSettings? settings = null)
    : ConversationTestKit(new FixedContent(new ContentBuilder().Build()), new NoApplications(), settings)
{
    protected static readonly SendVerdict Unknown = new SendVerdict.Unknown(TimeSpan.Zero, IsLast: false);
    protected static readonly SendVerdict LastUnknown = new SendVerdict.Unknown(TimeSpan.Zero, IsLast: true);
    private IActorRef _conversation = ActorRefs.Nobody;

    private protected ToldStatuses Statuses { get; } = new();

    protected TimeSpan FirstLook => Doubt.Told(Parts.Settings.UnknownWait, isLast: false).Waited;

    protected IActorRef Start() => _conversation = Start(Statuses.Parts);

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

    /// <summary>The first reply was taken, and the journal has it.</summary>
    protected IActorRef OwesNothingAnyMore()
    {
        var conversation = Owes("halo");
        Ends(conversation, new SendVerdict.Accepted(7), attempt: 0);
        AwaitAssert(() => Settlements().ShouldHaveSingleItem());
        return conversation;
    }

    protected void Ends(IActorRef conversation, SendVerdict verdict, int? attempt = null, long reply = 1)
    {
        conversation.Tell(new ReplyOutcome(Id, reply, verdict, attempt));
        Sync(conversation);
    }

    /// <summary>Starts it where an earlier one ended, which may have sent something: it looks for a status first.</summary>
    protected IActorRef Returns()
    {
        var looks = Statuses.Looks;
        var returned = Start();
        AwaitCondition(() => Statuses.Looks > looks);
        Sync(returned);
        Sync(returned);
        return returned;
    }

    /// <summary>The rest of the wait after a restart, in which no status comes.</summary>
    protected void WaitInVainSinceReturn()
    {
        var first = Parts.Settings.RestartWait / 8;
        WaitAndLook(first);
        WaitAndLook(first);
        WaitAndLook(first * 2);
        Wait(first * 4);
    }

    protected void Told(int attempt, string message, DeliveryStage stage, int? code = null) =>
        Statuses.Tell(new SendTag(Id, 1, attempt), new MessageId(message), stage, code);

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

    protected override void Sync(IActorRef conversation) => HearsTheFirstAgain(conversation).Again.ShouldBeTrue();

    protected static (Settlement As, ulong Accepted, int Code, bool Twice) Accepted(string message, bool twice) =>
        (Settlement.Accepted, new MessageId(message).Fingerprint, 0, twice);

    /// <summary>How the journal says replies ended.</summary>
    protected List<(Settlement As, ulong Accepted, int Code, bool Twice)> Settlements() =>
        [.. Journalled<ReplySettled>().Select(settled => (settled.As, settled.Accepted, settled.Code, settled.PossiblyTwice))];

    protected List<T> Journalled<T>()
    {
        var probe = CreateTestProbe();
        Persistence.Instance.Apply(Sys).JournalFor(null)
            .Tell(new ReplayMessages(1, long.MaxValue, long.MaxValue, $"conversation|{Id}", probe.Ref));
        var found = new List<T>();
        while (probe.ReceiveOne(TimeSpan.FromSeconds(3)) is ReplayedMessage replayed)
        {
            if (replayed.Persistent.Payload is T wanted)
            {
                found.Add(wanted);
            }
        }

        return found;
    }

    private sealed class NoApplications : IApplications
    {
        public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel) =>
            Task.FromException<ProofOutcome>(new InvalidOperationException("Nobody asks for an application here"));
    }
}
