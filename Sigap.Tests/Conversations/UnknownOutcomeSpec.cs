using System.Diagnostics.Metrics;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A reply whose outcome is unknown leaves again only when no status tells of it.</summary>
public class UnknownOutcomeSpec : DoubtTestKit
{
    [Fact]
    public void A_status_that_comes_settles_the_reply_and_makes_room_for_the_next()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        Told(0, "wamid.a", DeliveryStage.Sent);

        Wait(FirstLook);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: false)]);
    }

    [Fact]
    public void A_status_that_comes_late_in_the_wait_is_not_missed()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        WaitAndLook(FirstLook);
        WaitAndLook(FirstLook);
        WaitAndLook(FirstLook * 2);
        Told(0, "wamid.a", DeliveryStage.Delivered);

        Wait(FirstLook * 4);

        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void Statuses_that_come_twice_and_in_any_order_settle_once()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        Told(0, "wamid.a", DeliveryStage.Read);
        Told(0, "wamid.a", DeliveryStage.Sent);
        Told(0, "wamid.a", DeliveryStage.Read);

        Wait(FirstLook);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldHaveSingleItem();
    }

    [Fact]
    public void Until_the_wait_is_over_nothing_is_sent()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);

        WaitAndLook(FirstLook);
        WaitAndLook(FirstLook);
        WaitAndLook(FirstLook * 2);

        NothingMoreIsDelivered();
    }

    [Fact]
    public void Without_a_status_it_is_sent_once_more_and_the_journal_says_that_it_may_have_come_twice()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown);

        WaitInVain();

        Delivered().Attempt.ShouldBe(1);
        NothingMoreIsDelivered();
        Ends(conversation, new SendVerdict.Accepted(7));
        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, true)]));
    }

    [Fact]
    public void A_possible_duplicate_is_counted()
    {
        var counted = 0L;
        using var meter = new MeterListener();
        meter.SetMeasurementEventCallback<long>((_, measured, _, _) => Interlocked.Add(ref counted, measured));
        meter.EnableMeasurementEvents(SigapMetrics.PossiblyDuplicated);
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        WaitInVain();
        Delivered().Attempt.ShouldBe(1);

        Ends(conversation, new SendVerdict.Accepted(7));

        Delivered().Number.ShouldBe(2);
        Interlocked.Read(ref counted).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_reply_the_transport_reports_twice_as_unknown_is_awaited_once()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown);
        Ends(conversation, Unknown);

        WaitInVain();

        Delivered().Attempt.ShouldBe(1);
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_status_of_the_first_send_settles_the_second()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        WaitInVain();
        Delivered().Attempt.ShouldBe(1);
        Told(0, "wamid.a", DeliveryStage.Delivered);
        Ends(conversation, LastUnknown);

        Wait(FirstLook);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: true)]);
    }

    [Fact]
    public void Sent_as_often_as_allowed_and_never_told_of_it_is_given_up()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, LastUnknown);

        WaitInVain();

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([(Settlement.GivenUp, 0ul, 0, false)]);
    }

    [Fact]
    public void A_failure_for_good_gives_it_up_with_its_code()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        Told(0, "wamid.a", DeliveryStage.Failed, 131026);

        Wait(FirstLook);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([(Settlement.GivenUp, 0ul, 131026, false)]);
    }

    [Fact]
    public void A_failure_that_passes_sends_it_again_after_the_delay_of_the_table()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown);
        Told(0, "wamid.a", DeliveryStage.Failed, 131000);
        WaitAndLook(FirstLook);
        NothingMoreIsDelivered();

        Time.Advance(TimeSpan.FromSeconds(5));

        Delivered().Attempt.ShouldBe(1);
        Ends(conversation, new SendVerdict.Accepted(7));
        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false)]));
    }

    [Fact]
    public void A_failure_that_was_judged_is_not_judged_again()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown);
        Told(0, "wamid.a", DeliveryStage.Failed, 131000);
        WaitAndLook(FirstLook);
        Time.Advance(TimeSpan.FromSeconds(5));
        Delivered().Attempt.ShouldBe(1);
        Ends(conversation, Unknown);

        WaitInVain();

        Delivered().Attempt.ShouldBe(2);
    }

    [Fact]
    public void Messages_heard_during_the_wait_are_acknowledged_and_answered_afterwards()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown);
        conversation.Tell(Hears("bayar"), TestActor);
        ExpectMsg<Heard>();
        Told(0, "wamid.a", DeliveryStage.Sent);

        Wait(FirstLook);

        Delivered().Number.ShouldBe(2);
    }
}
