using Akka.Actor;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A status says that a reply failed: what follows is decided by its code, once, whenever it is told.</summary>
public class FailedReplySpec : DoubtTestKit
{
    private const int Passing = 131000;
    private const int ForGood = 131026;
    private const int WindowClosed = 131047;

    [Fact]
    public void A_reply_that_was_taken_and_failed_is_sent_again_after_the_delay_of_the_table()
    {
        var conversation = Took("wamid.a");

        Fails(conversation, "wamid.a", attempt: 0, Passing);
        NothingMoreIsDelivered();
        Wait(TimeSpan.FromSeconds(5));

        Delivered().ShouldSatisfyAllConditions(again => again.Number.ShouldBe(1), again => again.Attempt.ShouldBe(1));
        Ends(conversation, new SendVerdict.Accepted(8), attempt: 1);
        AwaitAssert(() => Settlements().Select(settled => settled.Twice).ShouldBe([false, false]));
    }

    [Fact]
    public void A_failure_that_is_told_twice_is_acted_on_once()
    {
        var conversation = Took("wamid.a");

        Fails(conversation, "wamid.a", attempt: 0, Passing);
        Fails(conversation, "wamid.a", attempt: 0, Passing);
        Wait(TimeSpan.FromSeconds(5));
        Delivered().Attempt.ShouldBe(1);
        Fails(conversation, "wamid.a", attempt: 0, Passing);
        Ends(conversation, new SendVerdict.Accepted(8), attempt: 1);
        Fails(conversation, "wamid.a", attempt: 0, Passing);

        Wait(TimeSpan.FromMinutes(1));
        NothingMoreIsDelivered();
        Journalled<ReplyBounced>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_failure_for_good_is_written_down_and_nothing_is_sent()
    {
        var conversation = Took("wamid.a");

        Fails(conversation, "wamid.a", attempt: 0, ForGood);
        Fails(conversation, "wamid.a", attempt: 0, ForGood);

        Wait(TimeSpan.FromHours(1));
        NothingMoreIsDelivered();
        Journalled<ReplyBounced>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            bounced => bounced.Code.ShouldBe(ForGood), bounced => bounced.Again.ShouldBeNull());
    }

    [Fact]
    public void A_reply_that_fails_as_often_as_the_table_allows_is_lost()
    {
        var conversation = Took("wamid.a");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Fails(conversation, $"wamid.{(char)('a' + attempt)}", attempt, Passing);
            Wait(TimeSpan.FromMinutes(1));
            if (attempt < 3)
            {
                Delivered().Attempt.ShouldBe(attempt + 1);
                Ends(conversation, new SendVerdict.Accepted(new MessageId($"wamid.{(char)('b' + attempt)}").Fingerprint), attempt + 1);
            }
        }

        NothingMoreIsDelivered();
        Journalled<ReplyBounced>()[^1].Again.ShouldBeNull();
    }

    [Fact]
    public void What_failed_leaves_before_what_waits_behind()
    {
        var conversation = Owes("halo", "bayar", "status");
        Ends(conversation, new SendVerdict.Accepted(new MessageId("wamid.a").Fingerprint), attempt: 0);
        Delivered().Number.ShouldBe(2);
        Fails(conversation, "wamid.a", attempt: 0, Passing);
        Wait(TimeSpan.FromSeconds(5));

        Ends(conversation, new SendVerdict.Accepted(9), attempt: 0, reply: 2);
        Delivered().Number.ShouldBe(1);
        Ends(conversation, new SendVerdict.Accepted(10), attempt: 1);

        Delivered().Number.ShouldBe(3);
    }

    [Fact]
    public void A_failure_told_before_the_send_was_answered_counts_and_the_answer_does_not()
    {
        var conversation = Owes("halo");
        Fails(conversation, "wamid.a", attempt: 0, Passing);
        Ends(conversation, new SendVerdict.Accepted(new MessageId("wamid.a").Fingerprint), attempt: 0);
        Settlements().ShouldBeEmpty();

        Wait(TimeSpan.FromSeconds(5));

        Delivered().Attempt.ShouldBe(1);
    }

    [Fact]
    public void A_failure_ends_the_wait_for_a_status()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown, attempt: 0);

        Fails(conversation, "wamid.a", attempt: 0, ForGood);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([(Settlement.GivenUp, 0ul, ForGood, false)]);
    }

    [Fact]
    public void Killed_between_the_failure_and_the_next_send_it_is_sent_at_its_time()
    {
        var conversation = Took("wamid.a");
        Fails(conversation, "wamid.a", attempt: 0, Passing);
        Kill(conversation);
        var returned = Start();
        Sync(returned);
        NothingMoreIsDelivered();

        Wait(TimeSpan.FromSeconds(5));

        Delivered().ShouldSatisfyAllConditions(again => again.Number.ShouldBe(1), again => again.Attempt.ShouldBe(1));
        Statuses.Looks.ShouldBe(0);
    }

    [Fact]
    public void A_failure_that_could_not_be_written_is_told_again_and_acted_on_then()
    {
        var conversation = Watch(Took("wamid.a"));
        Support.FailingJournal.Break($"conversation|{Id}");
        conversation.Tell(Failure("wamid.a", 0, Passing), TestActor);
        ExpectMsg<CommandFailed>();
        ExpectTerminated(conversation);
        Support.FailingJournal.Mend($"conversation|{Id}");

        Fails(Start(), "wamid.a", attempt: 0, Passing);
        Wait(TimeSpan.FromSeconds(5));

        Delivered().Attempt.ShouldBe(1);
    }

    [Fact]
    public void What_was_taken_long_ago_is_not_sent_again()
    {
        var conversation = Took("wamid.a");
        Wait(SentReply.Kept);

        Fails(conversation, "wamid.a", attempt: 0, Passing);

        Wait(TimeSpan.FromSeconds(5));
        NothingMoreIsDelivered();
        Journalled<ReplyBounced>().ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_last_three_replies_are_kept_to_be_sent_again()
    {
        var conversation = Owes("halo", "bayar", "status", "menu");
        for (var number = 1; number <= 4; number++)
        {
            Ends(conversation, new SendVerdict.Accepted((ulong)number), attempt: 0, reply: number);
        }

        AwaitAssert(() => Settlements().Count.ShouldBe(4));
        conversation.Tell(new TellFailed(Id, 1, 0, 1, Passing), TestActor);
        conversation.Tell(new TellFailed(Id, 2, 0, 2, Passing), TestActor);
        ExpectMsg<FailureNoted>();
        ExpectMsg<FailureNoted>();

        Journalled<ReplyBounced>().Select(bounced => bounced.Number).ShouldBe([2L]);
    }

    [Fact]
    public void A_failure_of_an_earlier_send_does_not_concern_the_one_that_was_taken()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown, attempt: 0);
        WaitInVain();
        Delivered().Attempt.ShouldBe(1);
        Ends(conversation, new SendVerdict.Accepted(new MessageId("wamid.b").Fingerprint), attempt: 1);

        Fails(conversation, "wamid.a", attempt: 0, Passing);

        Wait(TimeSpan.FromSeconds(5));
        NothingMoreIsDelivered();
    }

    [Fact]
    public void Refused_as_too_late_although_the_window_is_open_it_is_tried_once_more_after_a_minute()
    {
        var conversation = Took("wamid.a");

        Fails(conversation, "wamid.a", attempt: 0, WindowClosed);
        Wait(TimeSpan.FromSeconds(59));
        NothingMoreIsDelivered();
        Wait(TimeSpan.FromSeconds(1));

        Delivered().Message.Body.ShouldNotBeOfType<OutboundBody.Template>();
    }

    [Fact]
    public void Refused_as_too_late_twice_a_reply_without_template_comes_to_nothing()
    {
        var conversation = Took("wamid.a");
        Fails(conversation, "wamid.a", attempt: 0, WindowClosed);
        Wait(TimeSpan.FromMinutes(1));
        Delivered().Attempt.ShouldBe(1);

        Ends(conversation, new SendVerdict.GivenUp(WindowClosed, NeedsTemplate: true), attempt: 1);
        Wait(TimeSpan.FromSeconds(1));

        AwaitAssert(() => Settlements()[^1].As.ShouldBe(Settlement.WindowClosed));
        NothingMoreIsDelivered();
    }

    /// <summary>The first reply was taken with this id.</summary>
    private IActorRef Took(string message)
    {
        var conversation = Owes("halo");
        Ends(conversation, new SendVerdict.Accepted(new MessageId(message).Fingerprint), attempt: 0);
        AwaitAssert(() => Settlements().ShouldHaveSingleItem());
        return conversation;
    }

    private void Fails(IActorRef conversation, string message, int attempt, int code)
    {
        conversation.Tell(Failure(message, attempt, code), TestActor);
        ExpectMsg<FailureNoted>();
        Sync(conversation);
    }

    private TellFailed Failure(string message, int attempt, int code) => new(Id, 1, attempt, new MessageId(message).Fingerprint, code);
}
