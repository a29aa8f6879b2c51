using Akka.Actor;
using Akka.TestKit;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

public class TransportActorSpec : Akka.TestKit.Xunit2.TestKit
{
    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly ConversationId Conversation = new($"{Business}.AAECAwQFBgcICQoLDA0O");
    private readonly TestProbe _conversations;
    private readonly HeldGateway _gateway = new();

    public TransportActorSpec()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
        _conversations = CreateTestProbe();
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void What_was_accepted_is_reported_to_its_conversation()
    {
        var transport = Start(new TransportSettings());

        transport.Tell(Reply(1));
        _gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

        var outcome = _conversations.ExpectMsg<ReplyOutcome>();
        outcome.Number.ShouldBe(1);
        outcome.Verdict.ShouldBe(new SendVerdict.Accepted(new MessageId("wamid.1").Fingerprint));
    }

    [Fact]
    public void A_reply_handed_over_twice_while_it_is_under_way_is_sent_once()
    {
        var transport = Start(new TransportSettings());

        transport.Tell(Reply(1));
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));

        _gateway.Next();
        _gateway.Next();
        _gateway.Sent.Select(message => message.CallbackData).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void No_more_are_under_way_than_allowed()
    {
        var transport = Start(new TransportSettings { Concurrency = 2 });

        for (var number = 1; number <= 3; number++)
        {
            transport.Tell(Reply(number));
        }

        var first = _gateway.Next();
        _gateway.Next();
        _gateway.Sent.Count.ShouldBe(2);
        first.SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

        _gateway.Next();
        _gateway.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public void The_limit_per_second_is_kept()
    {
        var transport = Start(new TransportSettings { MessagesPerSecond = 2 });

        for (var number = 1; number <= 4; number++)
        {
            transport.Tell(Reply(number));
        }

        _gateway.Next();
        _gateway.Next();
        Sync(transport);
        _gateway.Sent.Count.ShouldBe(2);

        Time.Advance(TimeSpan.FromSeconds(0.5));
        _gateway.Next();
        Sync(transport);
        _gateway.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public void An_error_of_the_whole_number_stops_it_for_a_while_and_nothing_is_burnt()
    {
        var settings = new TransportSettings { Concurrency = 1 };
        var transport = Start(settings);
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));

        _gateway.Next().SetResult(new SendOutcome.Refused(190, 401));
        _conversations.ExpectMsg<ReplyOutcome>().Verdict.ShouldBeOfType<SendVerdict.Later>();
        Sync(transport);
        _gateway.Sent.Count.ShouldBe(1);

        Time.Advance(settings.StopTime);
        _gateway.Next();
        _gateway.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public void A_reply_leaves_before_a_notice_and_a_notice_before_what_goes_to_many()
    {
        var transport = Start(new TransportSettings { Concurrency = 1 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2) with { Lane = Lane.Bulk });
        transport.Tell(Reply(3) with { Lane = Lane.Notice });
        transport.Tell(Reply(4));

        for (var sent = 0; sent < 4; sent++)
        {
            _gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));
        }

        _gateway.Sent.Select(message => message.CallbackData).ShouldBe(["1", "4", "3", "2"]);
    }

    [Fact]
    public void What_somebody_waits_behind_goes_on_in_the_better_lane()
    {
        var transport = Start(new TransportSettings { Concurrency = 1 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2) with { Lane = Lane.Bulk });
        transport.Tell(Reply(3) with { Lane = Lane.Bulk });
        transport.Tell(Reply(4) with { Lane = Lane.Notice });

        transport.Tell(new Hurry(Conversation, 3, Lane.Reply));
        transport.Tell(new Hurry(Conversation, 1, Lane.Reply));
        for (var sent = 0; sent < 4; sent++)
        {
            _gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));
        }

        _gateway.Sent.Select(message => message.CallbackData).ShouldBe(["1", "3", "4", "2"]);
    }

    [Fact]
    public void A_gateway_that_throws_leaves_the_outcome_unknown()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1));

        _gateway.Next().SetException(new InvalidOperationException("broken"));

        _conversations.ExpectMsg<ReplyOutcome>().Verdict.ShouldBeOfType<SendVerdict.Later>();
    }

    [Fact]
    public void A_transport_that_is_killed_takes_the_same_replies_again_after_its_return()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1));
        _gateway.Next();

        Watch(transport);
        transport.Tell(Kill.Instance);
        ExpectTerminated(transport);
        Start(new TransportSettings()).Tell(Reply(1));

        _gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));
        _conversations.ExpectMsg<ReplyOutcome>().Number.ShouldBe(1);
    }

    [Fact]
    public void Read_marks_are_dropped_when_too_many_are_under_way()
    {
        var transport = Start(new TransportSettings());

        for (var i = 0; i < 100; i++)
        {
            transport.Tell(new ShowRead(Business, new MessageId($"wamid.{i}"), Typing: false));
        }

        Sync(transport);
        _gateway.Reads.ShouldBe(16);
    }

    private IActorRef Start(TransportSettings settings) => Sys.ActorOf(Props.Create(() => new TransportActor(
        new TransportParts(_gateway, new SimplePolicy(), settings, new SchedulerClock(Sys.Scheduler)),
        () => _conversations.Ref)));

    private static Deliver Reply(long number) => new(
        Conversation,
        number,
        0,
        new OutboundMessage(Business, Applicant.From("6281200000001", null)!, new OutboundBody.Plain("halo"), $"{number}"));

    /// <summary>Everything told before has been handled.</summary>
    private void Sync(IActorRef transport)
    {
        var identity = CreateTestProbe();
        transport.Tell(new Identify(1), identity.Ref);
        identity.ExpectMsg<ActorIdentity>();
    }

    private sealed class SimplePolicy : ISendPolicy
    {
        public SendJudgement Judge(SendOutcome outcome, int attempt) => outcome switch
        {
            SendOutcome.Accepted accepted => new SendJudgement(new SendVerdict.Accepted(accepted.Id.Fingerprint), false, "accepted"),
            SendOutcome.Refused { Code: 190 } => new SendJudgement(new SendVerdict.Later(TimeSpan.FromMinutes(1)), true, "token"),
            _ => new SendJudgement(new SendVerdict.Later(TimeSpan.FromSeconds(1)), false, "again"),
        };

        public SendJudgement JudgeFailed(int? code, int attempt) => Judge(new SendOutcome.Refused(code ?? 0, 0), attempt);
    }

    private sealed class HeldGateway : IWhatsAppGateway
    {
        private readonly System.Collections.Concurrent.BlockingCollection<TaskCompletionSource<SendOutcome>> _held = [];
        private int _reads;

        public System.Collections.Concurrent.ConcurrentQueue<OutboundMessage> Sent { get; } = new();

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
