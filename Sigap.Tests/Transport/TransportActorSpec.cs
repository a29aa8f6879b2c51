using Akka.Actor;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

public class TransportActorSpec : TransportTestKit
{
    [Fact]
    public void What_was_accepted_is_reported_to_its_conversation()
    {
        var transport = Start(new TransportSettings());

        transport.Tell(Reply(1));
        Gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

        var outcome = Conversations.ExpectMsg<ReplyOutcome>();
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

        Gateway.Next();
        Gateway.Next();
        Gateway.Sent.Select(message => message.CallbackData).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void No_more_are_under_way_than_allowed()
    {
        var transport = Start(new TransportSettings { Concurrency = 2 });

        for (var number = 1; number <= 3; number++)
        {
            transport.Tell(Reply(number));
        }

        var first = Gateway.Next();
        Gateway.Next();
        Gateway.Sent.Count.ShouldBe(2);
        first.SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

        Gateway.Next();
        Gateway.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public void The_limit_per_second_is_kept()
    {
        var transport = Start(new TransportSettings { MessagesPerSecond = 2 });

        for (var number = 1; number <= 3; number++)
        {
            transport.Tell(Reply(number));
        }

        // A new sender begins with little: the one before it may have sent in this very second.
        Gateway.Next();
        Sync(transport);
        Gateway.Sent.Count.ShouldBe(1);

        Time.Advance(TimeSpan.FromSeconds(0.5));
        Gateway.Next();
        Sync(transport);
        Gateway.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public void An_error_of_the_whole_number_stops_it_for_a_while_and_nothing_is_burnt()
    {
        var settings = new TransportSettings { Concurrency = 1 };
        var transport = Start(settings);
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));

        Gateway.Next().SetResult(new SendOutcome.Refused(190, 401));
        Conversations.ReceiveN(2).ShouldAllBe(told => ((ReplyOutcome)told).Verdict is SendVerdict.Held);
        Sync(transport);
        Gateway.Sent.Count.ShouldBe(1);

        Time.Advance(settings.StopTime);
        Gateway.Next();
        Gateway.Sent.Count.ShouldBe(2);
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
            Gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));
        }

        Gateway.Sent.Select(message => message.CallbackData).ShouldBe(["1", "4", "3", "2"]);
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
            Gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));
        }

        Gateway.Sent.Select(message => message.CallbackData).ShouldBe(["1", "3", "4", "2"]);
    }

    [Fact]
    public void AGateway_that_throws_leaves_the_outcome_unknown()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1));

        Gateway.Next().SetException(new InvalidOperationException("broken"));

        Conversations.ExpectMsg<ReplyOutcome>().Verdict.ShouldBeOfType<SendVerdict.Unknown>();
    }

    [Fact]
    public void A_transport_that_is_killed_takes_the_same_replies_again_after_its_return()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1));
        Gateway.Next();

        Watch(transport);
        transport.Tell(Kill.Instance);
        ExpectTerminated(transport);
        Start(new TransportSettings()).Tell(Reply(1));

        Gateway.Next().SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));
        Conversations.ExpectMsg<ReplyOutcome>().Number.ShouldBe(1);
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
        Gateway.Reads.ShouldBe(16);
    }
}
