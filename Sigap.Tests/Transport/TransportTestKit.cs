using System.Collections.Concurrent;
using Akka.Actor;
using Akka.TestKit;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>A transport on a clock that stands still, between a gateway that answers when told and a probe for conversations.</summary>
public abstract class TransportTestKit : Akka.TestKit.Xunit2.TestKit
{
    protected static readonly BusinessNumberId Business = new("109000000000001");
    protected static readonly ConversationId Conversation = new($"{Business}.AAECAwQFBgcICQoLDA0O");

    protected TransportTestKit()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """) =>
        Conversations = CreateTestProbe();

    protected TestProbe Conversations { get; }

    internal HeldGateway Gateway { get; } = new();

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    protected TimeProvider Clock => new SchedulerClock(Sys.Scheduler);

    protected IActorRef Start(TransportSettings settings, TemplateStates? templates = null) => Sys.ActorOf(Props.Create(() =>
        new TransportActor(
            Business,
            new TransportParts(Gateway, new TransportPolicy(), settings, Clock) { Templates = templates ?? new TemplateStates(Clock) },
            () => Conversations.Ref)));

    protected static Deliver Reply(long number) => new(
        Conversation,
        number,
        0,
        new OutboundMessage(Business, Applicant.From("6281200000001", null)!, new OutboundBody.Plain("halo"), $"{number}"));

    protected void Accept() => Gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

    /// <summary>What the next outcome says of which reply.</summary>
    protected SendVerdict Told(long number)
    {
        var outcome = Conversations.ExpectMsg<ReplyOutcome>();
        outcome.Number.ShouldBe(number);
        return outcome.Verdict;
    }

    protected IEnumerable<string> SentSoFar(IActorRef transport)
    {
        Sync(transport);
        return Gateway.Sent.Select(message => message.CallbackData);
    }

    /// <summary>Everything told before has been handled.</summary>
    protected void Sync(IActorRef transport)
    {
        var identity = CreateTestProbe();
        transport.Tell(new Identify(1), identity.Ref);
        identity.ExpectMsg<ActorIdentity>();
    }

    /// <summary>190 stops the number, 130429 holds it for a second that doubles, 132015 stops the template, the rest is tried again.</summary>
    private sealed class TransportPolicy : ISendPolicy
    {
        public SendJudgement Judge(SendOutcome outcome, int attempt) => outcome switch
        {
            SendOutcome.Accepted accepted => new SendJudgement(new SendVerdict.Accepted(accepted.Id.Fingerprint), false, "accepted"),
            SendOutcome.Refused { Code: 190 } => Later(60) with { StopsNumber = true, Alert = AlertKind.NumberStopped },
            SendOutcome.Refused { Code: 130429 } =>
                Later(1) with { Hold = TimeSpan.FromSeconds(Math.Pow(2, attempt)), SlowsDown = true },
            SendOutcome.Refused { Code: 132015 } => Later(60) with { StopsTemplate = true },
            SendOutcome.Unknown => new SendJudgement(new SendVerdict.Unknown(TimeSpan.Zero, false), false, "unknown"),
            _ => Later(1),
        };

        public SendJudgement JudgeFailed(int? code, int attempt) => Judge(new SendOutcome.Refused(code ?? 0, 0), attempt);

        private static SendJudgement Later(int seconds) => new(new SendVerdict.Later(TimeSpan.FromSeconds(seconds)), false, "again");
    }

    internal sealed class HeldGateway : IWhatsAppGateway
    {
        private readonly BlockingCollection<TaskCompletionSource<SendOutcome>> _held = [];
        private int _reads;

        public ConcurrentQueue<OutboundMessage> Sent { get; } = new();

        public int Reads => Volatile.Read(ref _reads);

        public TaskCompletionSource<SendOutcome> Next() =>
            _held.TryTake(out var next, TimeSpan.FromSeconds(10)) ? next : throw new TimeoutException("Nothing was sent");

        public Task<SendOutcome> Send(OutboundMessage message, CancellationToken cancel)
        {
            Sent.Enqueue(message);
            var held = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.Add(held, CancellationToken.None);
            return held.Task;
        }

        public Task MarkRead(BusinessNumberId business, MessageId message, bool typing, CancellationToken cancel)
        {
            Interlocked.Increment(ref _reads);
            return new TaskCompletionSource().Task;
        }
    }
}
