using Akka.Actor;
using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

/// <summary>What survives a death at each step, and what a day does by itself.</summary>
public class PickupDaySurvivalSpec : PickupDayTestKit
{
    [Fact]
    public void A_day_killed_after_the_answer_knows_the_hold()
    {
        var hold = Hold(1);
        var held = Holds(hold);

        Kill();

        Holds(hold).ShouldBe(held);
        Confirms(held).Stage.ShouldBe(BookingStage.Confirmed);
    }

    [Fact]
    public void A_day_killed_before_the_write_gives_the_place_when_it_is_asked_again()
    {
        var hold = Hold(1);
        Claims.Gate = new TaskCompletionSource().Task;
        Day().Tell(hold, TestActor);
        Sync();

        Kill();
        Claims.Gate = Task.CompletedTask;

        Holds(hold).Stage.ShouldBe(BookingStage.Held);
        Written().ShouldBe(1);
    }

    [Fact]
    public void A_day_killed_between_claim_and_write_leaves_a_claim_that_stands_in_nobodys_way()
    {
        var hold = Hold(1);
        Break();
        Day().Tell(hold, TestActor);
        ExpectMsg<PickupFailed>();
        Heal();
        Claims.HolderOf(hold.Applications[0]).ShouldNotBeNull();

        var elsewhere = Holds(hold with { Request = NewRequest(), Day = Next });

        Claims.HolderOf(hold.Applications[0]).ShouldBe(elsewhere.At);
        Day().Tell(hold, TestActor);
        ExpectMsg<PickupAnswer.Refused>().ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, elsewhere.At));
    }

    [Fact]
    public void The_same_request_after_a_failed_write_takes_its_own_claim_over()
    {
        var hold = Hold(1);
        Break();
        Day().Tell(hold, TestActor);
        ExpectMsg<PickupFailed>();
        Heal();

        var held = Holds(hold);

        Claims.HolderOf(hold.Applications[0]).ShouldBe(held.At);
    }

    [Fact]
    public void A_confirmation_that_may_not_be_written_is_told_and_can_be_repeated()
    {
        var held = Holds(Hold(1));
        Break();
        Day().Tell(new ConfirmBooking(Today, held.At.Code, Collector.Applicant), TestActor);
        ExpectMsg<PickupFailed>();
        Heal();

        Confirms(held).Stage.ShouldBe(BookingStage.Confirmed);
        Kill();
        Confirms(held).Stage.ShouldBe(BookingStage.Confirmed);
        Written().ShouldBe(2);
    }

    [Fact]
    public void Every_one_who_waits_is_told_of_a_failed_write()
    {
        Holds(Hold(1));
        Break();
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        for (var phone = 2; phone <= 11; phone++)
        {
            Day().Tell(Hold(phone), TestActor);
        }

        gate.SetResult();

        ReceiveN(10).ShouldAllBe(answer => answer is PickupFailed);
        Heal();
    }

    [Fact]
    public void A_hold_lapses_by_itself_and_its_applicant_is_told()
    {
        var held = Holds(Hold(1));
        Sync();

        Time.Advance(TimeSpan.FromMinutes(5));

        var told = Conversations.ExpectMsg<Notify>();
        told.Conversation.ShouldBe(Phone(1));
        told.Notice.ShouldBe(new Notice.HoldLapsed(held.At));
        AwaitAssert(() => Claims.HolderOf(Number(1)).ShouldBeNull());
    }

    [Fact]
    public void A_hold_lapses_also_when_the_day_died_meanwhile()
    {
        Holds(Hold(1));
        Kill();
        Time.Advance(TimeSpan.FromMinutes(6));

        Day();
        Sync();
        Time.Advance(TimeSpan.FromMilliseconds(100));

        Conversations.ExpectMsg<Notify>().Notice.ShouldBeOfType<Notice.HoldLapsed>();
    }

    [Fact]
    public void A_notice_is_told_again_until_it_is_acknowledged_and_not_after()
    {
        Holds(Hold(1));
        Sync();
        Time.Advance(TimeSpan.FromMinutes(5));
        var first = Conversations.ExpectMsg<Notify>();

        AwaitAssert(
            () =>
            {
                Time.Advance(TimeSpan.FromSeconds(5));
                Conversations.ExpectMsg<Notify>(TimeSpan.FromMilliseconds(200)).ShouldBe(first);
            },
            TimeSpan.FromSeconds(5));
        Conversations.Reply(Notified.Now);
        OwesNothing();

        Kill();
        Day();
        Sync();
        Conversations.ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void A_day_killed_before_a_notice_is_acknowledged_tells_it_again_with_the_same_id()
    {
        Holds(Hold(1));
        Sync();
        Time.Advance(TimeSpan.FromMinutes(5));
        var first = Conversations.ExpectMsg<Notify>();

        Kill();
        Day();

        Conversations.ExpectMsg<Notify>().ShouldBe(first);
    }

    [Fact]
    public void A_notice_that_is_worth_nothing_any_more_is_not_told()
    {
        Holds(Hold(1));
        Sync();
        Time.Advance(TimeSpan.FromMinutes(5));
        Conversations.ExpectMsg<Notify>();
        Kill();
        Time.Advance(TimeSpan.FromHours(2));

        Day();

        OwesNothing();
        Conversations.ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void A_move_to_another_day_ends_the_old_booking_although_that_day_dies_meanwhile()
    {
        var old = Confirms(Holds(Hold(1)));
        var moved = Holds(Hold(1) with { Day = Next, Moves = old.At });
        Break();
        Kill();

        Confirms(moved);
        AwaitAssert(() => Claims.HolderOf(Number(1)).ShouldBe(moved.At));
        Heal();

        AwaitAssert(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            State().Bookings[old.At.Code].Ended.ShouldBe(BookingEnd.Moved);
        });
        Claims.HolderOf(Number(1)).ShouldBe(moved.At);
    }

    [Fact]
    public void What_a_node_wrote_that_came_to_itself_too_late_is_read_when_the_day_is_woken()
    {
        Holds(Hold(1));
        var written = HoldsElsewhere(Hold(2));
        var stale = Day();
        Watch(stale);

        stale.Tell(new TakeStock(Today, Written: 2), TestActor);

        ExpectMsg<PickupFailed>();
        ExpectTerminated(stale);
        Forget();
        Confirms(written).Stage.ShouldBe(BookingStage.Confirmed);
    }

    [Fact]
    public void Who_waits_for_a_day_that_begins_anew_is_told_to_ask_again()
    {
        Holds(Hold(1));
        HoldsElsewhere(Hold(2));
        Claims.Gate = new TaskCompletionSource().Task;
        Day().Tell(Hold(3), TestActor);
        Sync();

        Day().Tell(new TakeStock(Today, Written: 2), ActorRefs.NoSender);

        ExpectMsg<PickupFailed>();
    }

    [Fact]
    public void Being_woken_for_what_it_wrote_does_not_make_a_day_begin_anew()
    {
        Holds(Hold(1));

        Day().Tell(new TakeStock(Today, Written: 1), TestActor);

        ExpectMsg<PickupAnswer.Done>();
        Sync();
    }

    /// <summary>By another incarnation, of which the first one does not know.</summary>
    private BookingView HoldsElsewhere(HoldPlaces hold)
    {
        var elsewhere = Sys.ActorOf(PropsOf(Today));
        elsewhere.Tell(hold, TestActor);
        var held = ExpectMsg<PickupAnswer.Booked>().Booking;
        Watch(elsewhere);
        Sys.Stop(elsewhere);
        ExpectTerminated(elsewhere);
        return held;
    }

    [Fact]
    public void A_day_comes_back_from_its_snapshot_and_what_was_written_after_it()
    {
        var bookings = Enumerable.Range(1, 13).Select(phone => Holds(Hold(phone))).ToList();
        Sync();
        Kill();

        foreach (var held in bookings)
        {
            Confirms(held).Seats.ShouldBe(held.Seats);
        }
    }
}
