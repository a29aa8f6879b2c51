using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>Of a reply that may have left before a crash, or before the transport fell silent, the statuses are asked first.</summary>
public class UntoldOutcomeSpec : DoubtTestKit
{
    [Fact]
    public void Killed_before_it_heard_of_its_reply_it_looks_up_the_statuses_and_does_not_send_it_again()
    {
        var conversation = Owes("halo", "bayar");
        Told(0, "wamid.a", DeliveryStage.Sent);

        Kill(conversation);
        Start();

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: false)]);
    }

    [Fact]
    public void Killed_before_it_heard_of_its_reply_it_sends_it_again_when_no_status_comes_and_the_journal_says_so()
    {
        var conversation = Owes("halo");
        Kill(conversation);
        var returned = Returns();
        NothingMoreIsDelivered();

        WaitInVainSinceReturn();

        Delivered().ShouldSatisfyAllConditions(again => again.Attempt.ShouldBe(1), again => again.Unanswered.ShouldBe(0));
        Ends(returned, new SendVerdict.Accepted(7), attempt: 1);
        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, true)]));
    }

    [Fact]
    public void The_word_on_a_send_of_before_the_kill_settles_it_and_nothing_is_sent_again()
    {
        var conversation = Owes("halo", "bayar");
        Kill(conversation);
        var returned = Returns();

        Ends(returned, new SendVerdict.Accepted(7), attempt: 0);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false)]);
    }

    [Fact]
    public void The_word_on_a_send_of_before_the_kill_still_counts_when_the_reply_was_handed_over_again()
    {
        var conversation = Owes("halo", "bayar");
        Kill(conversation);
        var returned = Returns();
        WaitInVainSinceReturn();
        Delivered().Attempt.ShouldBe(1);

        Ends(returned, new SendVerdict.Accepted(7), attempt: 0);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false)]);
    }

    [Fact]
    public void Killed_while_it_waits_for_a_status_the_next_one_waits_too()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        WaitAndLook(FirstLook);
        Kill(conversation);
        Returns();
        NothingMoreIsDelivered();

        Told(0, "wamid.a", DeliveryStage.Sent);
        Wait(Parts.Settings.RestartWait / 8);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: false)]);
    }

    [Fact]
    public void What_stood_behind_the_reply_in_doubt_is_sent_without_doubt()
    {
        var conversation = Owes("halo", "bayar");
        Kill(conversation);
        var returned = Returns();
        var looks = Statuses.Looks;

        Ends(returned, new SendVerdict.Accepted(7), attempt: 0);

        Delivered().ShouldSatisfyAllConditions(next => next.Number.ShouldBe(2), next => next.Attempt.ShouldBe(0));
        Statuses.Looks.ShouldBe(looks);
    }

    [Fact]
    public void A_conversation_that_owes_nothing_looks_nothing_up()
    {
        var conversation = Owes("halo");
        Ends(conversation, new SendVerdict.Accepted(7));
        AwaitAssert(() => Settlements().ShouldHaveSingleItem());

        Kill(conversation);
        Sync(Start());

        Statuses.Looks.ShouldBe(0);
    }

    [Fact]
    public void A_transport_that_fell_silent_is_handed_the_reply_again_only_when_no_status_tells_of_it()
    {
        var conversation = Owes("halo", "bayar");
        Told(0, "wamid.a", DeliveryStage.Sent);
        Sync(conversation);

        Time.Advance(Parts.Settings.SettleTimeout);

        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void A_reply_handed_over_again_after_a_silence_is_possibly_twice_only_if_the_transport_sent_it_again()
    {
        var conversation = Owes("halo", "bayar");
        Sync(conversation);
        WaitAndLook(Parts.Settings.SettleTimeout);
        Delivered().Unanswered.ShouldBe(0);

        Ends(conversation, new SendVerdict.Accepted(7), attempt: 0);
        Delivered().Number.ShouldBe(2);
        Sync(conversation);
        WaitAndLook(Parts.Settings.SettleTimeout);
        Delivered().Attempt.ShouldBe(1);
        Ends(conversation, new SendVerdict.Accepted(8), attempt: 1, reply: 2);

        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false), (Settlement.Accepted, 8ul, 0, true)]));
    }

    [Fact]
    public void A_silent_transport_is_asked_after_ever_longer_waits()
    {
        var conversation = Owes("halo");
        Sync(conversation);
        WaitAndLook(Parts.Settings.SettleTimeout);
        Delivered().Attempt.ShouldBe(1);
        Sync(conversation);

        Wait(Parts.Settings.SettleTimeout);
        Sync(conversation);
        NothingMoreIsDelivered();
        Wait(Parts.Settings.SettleTimeout);

        Delivered().Attempt.ShouldBe(2);
    }

    [Fact]
    public void Statuses_that_cannot_be_read_are_looked_up_again()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        Statuses.IsAway = true;
        Told(0, "wamid.a", DeliveryStage.Sent);
        WaitAndLook(FirstLook);
        NothingMoreIsDelivered();
        Statuses.IsAway = false;

        Time.Advance(Parts.Settings.AnswerTimeout);

        Delivered().Number.ShouldBe(2);
    }
}
