using Akka.Actor;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>While a business number must not or cannot send, everything waits and nothing is lost.</summary>
public sealed class HoldSpec : TransportTestKit
{
    private static readonly TransportSettings OneByOne = new() { Concurrency = 1, BreakerAfter = 3 };

    [Fact]
    public void A_number_that_was_too_fast_rests_and_goes_on_with_the_same_reply()
    {
        var transport = Start(OneByOne);
        transport.Tell(Reply(1));

        Gateway.Next().SetResult(new SendOutcome.Refused(130429, 400));
        Told(1).ShouldBeOfType<SendVerdict.Held>();
        Time.Advance(TimeSpan.FromSeconds(1));
        Accept();

        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
        SentSoFar(transport).ShouldBe(["1", "1"]);
    }

    [Fact]
    public void A_wait_that_follows_on_a_wait_is_longer()
    {
        var transport = Start(OneByOne);
        transport.Tell(Reply(1));
        Gateway.Next().SetResult(new SendOutcome.Refused(130429, 400));
        Told(1);
        Time.Advance(TimeSpan.FromSeconds(1));
        Gateway.Next().SetResult(new SendOutcome.Refused(130429, 400));
        Told(1);

        Time.Advance(TimeSpan.FromSeconds(1));
        SentSoFar(transport).Count().ShouldBe(2);
        Time.Advance(TimeSpan.FromSeconds(1));
        Gateway.Next();
    }

    [Fact]
    public void A_status_that_says_the_number_is_stopped_holds_it_as_a_refusal_does()
    {
        var transport = Start(new TransportSettings());

        transport.Tell(new SendFailed(Business, 190, Clock.GetUtcNow()));
        transport.Tell(Reply(1));

        Told(1).ShouldBeOfType<SendVerdict.Held>();
        SentSoFar(transport).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(1));
        Accept();
        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
    }

    [Fact]
    public void A_status_that_says_the_number_was_too_fast_slows_it_down()
    {
        var transport = Start(new TransportSettings { MessagesPerSecond = 2 });

        transport.Tell(new SendFailed(Business, 130429, Clock.GetUtcNow()));
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));

        Conversations.ReceiveN(2).ShouldAllBe(told => ((ReplyOutcome)told).Verdict is SendVerdict.Held);
        Time.Advance(TimeSpan.FromSeconds(1));
        Accept();
        SentSoFar(transport).ShouldBe(["1"]);
    }

    [Fact]
    public void A_status_that_says_only_its_own_message_failed_holds_nothing()
    {
        var transport = Start(new TransportSettings());

        transport.Tell(new SendFailed(Business, 131000, Clock.GetUtcNow()));
        transport.Tell(Reply(1));

        Accept();
    }

    [Fact]
    public void Failures_of_what_left_together_hold_the_number_once()
    {
        var transport = Start(new TransportSettings());
        var failedAt = Clock.GetUtcNow();
        transport.Tell(new SendFailed(Business, 190, failedAt));
        transport.Tell(new SendFailed(Business, 190, failedAt.AddSeconds(10)));
        transport.Tell(Reply(1));
        Told(1);
        Time.Advance(TimeSpan.FromMinutes(1));
        Accept();
        Told(1);

        transport.Tell(new SendFailed(Business, 190, failedAt.AddSeconds(20)));
        transport.Tell(Reply(2));

        Accept();
    }

    [Fact]
    public void A_failure_of_long_ago_holds_nothing()
    {
        var transport = Start(new TransportSettings());

        transport.Tell(new SendFailed(Business, 190, Clock.GetUtcNow().AddMinutes(-2)));
        transport.Tell(Reply(1));

        Accept();
    }

    [Fact]
    public void Those_refused_together_count_as_one_refusal()
    {
        var transport = Start(new TransportSettings { Concurrency = 3 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));
        transport.Tell(Reply(3));
        foreach (var send in new[] { Gateway.Next(), Gateway.Next(), Gateway.Next() })
        {
            send.SetResult(new SendOutcome.Refused(130429, 400));
        }

        Conversations.ReceiveN(3).ShouldAllBe(told => ((ReplyOutcome)told).Verdict is SendVerdict.Held);
        Time.Advance(TimeSpan.FromSeconds(1));
        Gateway.Next();
    }

    [Fact]
    public void After_a_hold_one_probe_leaves_and_the_others_follow_when_it_is_taken()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1));
        Gateway.Next().SetResult(new SendOutcome.Refused(190, 401));
        Told(1).ShouldBeOfType<SendVerdict.Held>();
        transport.Tell(Reply(2));
        Told(2).ShouldBeOfType<SendVerdict.Held>();

        Time.Advance(TimeSpan.FromMinutes(1));
        var probe = Gateway.Next();
        SentSoFar(transport).ShouldBe(["1", "1"]);
        probe.SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

        Gateway.Next();
        SentSoFar(transport).ShouldBe(["1", "1", "2"]);
    }

    [Fact]
    public void A_new_token_is_tried_at_once()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1));
        Gateway.Next().SetResult(new SendOutcome.Refused(190, 401));
        Told(1);
        SentSoFar(transport).Count().ShouldBe(1);

        transport.Tell(new CredentialsChanged(Business));

        Accept();
        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
    }

    [Fact]
    public void Who_asks_after_a_reply_that_waits_is_told_that_it_waits()
    {
        var transport = Start(new TransportSettings { Concurrency = 1 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));
        transport.Tell(Reply(2));
        Told(2).ShouldBeOfType<SendVerdict.Held>();

        Accept();
        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
        Gateway.Next();
        SentSoFar(transport).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void While_an_attempt_waits_those_after_it_were_never_made()
    {
        var transport = Start(new TransportSettings { Concurrency = 1 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));
        transport.Tell(Reply(2) with { Attempt = 1, Unanswered = 0, Message = Reply(2).Message with { CallbackData = "2b" } });

        Conversations.ExpectMsg<ReplyOutcome>().Attempt.ShouldBe(0);
        Accept();
        Gateway.Next();
        SentSoFar(transport).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void After_so_many_failures_in_a_row_only_probes_leave()
    {
        var transport = Start(OneByOne);
        for (var number = 1; number <= 5; number++)
        {
            transport.Tell(Reply(number));
        }

        for (var failure = 0; failure < 3; failure++)
        {
            Gateway.Next().SetResult(new SendOutcome.NotSent("ConnectionError"));
        }

        Conversations.ReceiveN(5);
        SentSoFar(transport).ShouldBe(["1", "2", "3"]);
        Time.Advance(OneByOne.BreakerPause);
        Gateway.Next().SetResult(new SendOutcome.NotSent("ConnectionError"));
        Told(4).ShouldBeOfType<SendVerdict.Held>();
        Time.Advance(OneByOne.BreakerPause);
        SentSoFar(transport).Count().ShouldBe(4);

        Time.Advance(OneByOne.BreakerPause);
        Accept();
        Accept();
        Gateway.Next();
    }

    [Fact]
    public void What_surely_was_not_taken_while_nothing_goes_through_keeps_its_attempts()
    {
        var transport = Start(OneByOne with { BreakerAfter = 1 });
        transport.Tell(Reply(1));

        Gateway.Next().SetResult(new SendOutcome.Refused(131000, 500));

        Told(1).ShouldBeOfType<SendVerdict.Held>();
    }

    [Fact]
    public void What_may_have_been_taken_is_left_to_its_conversation()
    {
        var transport = Start(OneByOne with { BreakerAfter = 1 });
        transport.Tell(Reply(1));

        Gateway.Next().SetResult(new SendOutcome.Unknown("no answer in time"));

        Told(1).ShouldBeOfType<SendVerdict.Unknown>();
    }

    [Fact]
    public void One_that_fails_for_its_own_sake_does_not_keep_the_number_from_sending()
    {
        var transport = Start(OneByOne with { BreakerAfter = 1 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));
        Gateway.Next().SetResult(new SendOutcome.Refused(131000, 500));
        Conversations.ReceiveN(2);

        Time.Advance(OneByOne.BreakerPause);
        Accept();
        Gateway.Next();

        SentSoFar(transport).ShouldBe(["1", "2", "1"]);
    }

    [Fact]
    public void What_became_too_old_while_it_waited_goes_back_unsent()
    {
        var transport = Start(OneByOne);
        transport.Tell(Reply(1));
        transport.Tell(Reply(2) with { Until = Clock.GetUtcNow().AddSeconds(30) });
        Gateway.Next().SetResult(new SendOutcome.Refused(190, 401));
        Conversations.ReceiveN(2);

        Time.Advance(TimeSpan.FromMinutes(1));

        Told(2).ShouldBe(new SendVerdict.Held(TimeSpan.Zero));
        SentSoFar(transport).ShouldBe(["1", "1"]);
    }

    [Fact]
    public void A_transport_that_moves_hands_back_what_waits_and_ends_after_what_is_under_way()
    {
        var transport = Watch(Start(OneByOne));
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));
        var underWay = Gateway.Next();

        transport.Tell(Stop.Instance);
        Told(2).ShouldBeOfType<SendVerdict.Held>();
        underWay.SetResult(new SendOutcome.Accepted(new MessageId("wamid.1")));

        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
        ExpectTerminated(transport);
    }

    [Fact]
    public void A_template_that_is_not_taken_waits_with_its_conversation_and_leaves_when_it_is_approved_again()
    {
        var states = new TemplateStates(Clock);
        var transport = Start(new TransportSettings(), states);
        var notice = Reply(1) with
        {
            Message = Reply(1).Message with
            {
                Body = new OutboundBody.Template("Jadwal", "sigap_reminder", LanguageCode.Indonesian, [], []),
            },
        };
        transport.Tell(notice);
        Gateway.Next().SetResult(new SendOutcome.Refused(132015, 400));
        Told(1).ShouldBeOfType<SendVerdict.Held>();

        transport.Tell(notice);
        Told(1).ShouldBeOfType<SendVerdict.Held>();
        transport.Tell(Reply(2));
        Accept();
        Told(2).ShouldBeOfType<SendVerdict.Accepted>();

        states.Learn([], [new TemplateKey("sigap_reminder", "id")]);
        transport.Tell(notice);
        Accept();
        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
    }

    [Fact]
    public void Read_marks_are_left_out_while_replies_wait()
    {
        var transport = Start(new TransportSettings { Concurrency = 1 });
        transport.Tell(Reply(1));
        transport.Tell(Reply(2));

        transport.Tell(new ShowRead(Business, new MessageId("wamid.1"), Typing: true));

        Sync(transport);
        Gateway.Reads.ShouldBe(0);
    }
}
