using Akka.Actor;
using Akka.Cluster.Sharding;
using Sigap.Kernel;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

/// <summary>The shell of a pickup day: what is written when, and who is answered when.</summary>
public class PickupDayActorSpec : PickupDayTestKit
{
    [Fact]
    public void A_hold_is_answered_once_it_is_written()
    {
        var held = Holds(Hold(1));

        held.Until.ShouldBe(Time.Now.AddMinutes(5));
        Written().ShouldBe(1);
    }

    [Fact]
    public void What_comes_while_a_write_is_under_way_is_written_together()
    {
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        for (var phone = 1; phone <= 500; phone++)
        {
            Day().Tell(Hold(phone), TestActor);
        }

        Sync();
        gate.SetResult();

        var answers = ReceiveN(500).Cast<PickupAnswer>().ToList();
        answers.OfType<PickupAnswer.Booked>().Count().ShouldBe(300);
        answers.OfType<PickupAnswer.Refused>().Count(refused => refused.Why == PickupRefusal.Full).ShouldBe(200);
        Written().ShouldBeLessThanOrEqualTo(2);
        Claims.Takes.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void A_full_day_asks_for_no_claims()
    {
        Plans.Slots = FixedPlans.Of(1, 0, "09:00");
        Holds(Hold(1));

        for (var phone = 2; phone <= 300; phone++)
        {
            Day().Tell(Hold(phone), TestActor);
        }

        ReceiveN(299).Cast<PickupAnswer.Refused>().ShouldAllBe(refused => refused.Why == PickupRefusal.Full);
        Claims.Taken.ShouldBe(1);
        Written().ShouldBe(1);
    }

    [Fact]
    public void More_than_may_wait_are_turned_away()
    {
        Settings = Settings with { CommandsPerWrite = 10, MostWaiting = 20 };
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        for (var phone = 1; phone <= 30; phone++)
        {
            Day().Tell(Hold(phone), TestActor);
        }

        ReceiveN(9).Cast<PickupAnswer.Refused>().ShouldAllBe(refused => refused.Why == PickupRefusal.NotAvailable);
        gate.SetResult();
        ReceiveN(21).ShouldAllBe(answer => answer is PickupAnswer.Booked);
    }

    [Fact]
    public void A_query_is_answered_while_a_write_is_under_way()
    {
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        Day().Tell(Hold(1), TestActor);

        Day().Tell(new GetFree(Today, 1, Priority: false), TestActor);

        ExpectMsg<PickupAnswer.Free>().Slots.Length.ShouldBe(6);
        gate.SetResult();
        ExpectMsg<PickupAnswer.Booked>();
    }

    [Fact]
    public void While_claims_are_away_nothing_is_given_out_on_a_guess()
    {
        Claims.AreAway = true;
        Day().Tell(Hold(1), TestActor);
        ExpectMsg<PickupAnswer.Refused>().Why.ShouldBe(PickupRefusal.NotAvailable);

        Claims.AreAway = false;
        Holds(Hold(1));
    }

    [Fact]
    public void Claims_of_a_family_that_is_refused_are_released()
    {
        var elsewhere = Holds(Hold(1) with { Day = Next });
        var family = Hold(1) with { Applications = [.. Numbers(100, 101, 102)] };

        Day().Tell(family, TestActor);

        ExpectMsg<PickupAnswer.Refused>().ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, elsewhere.At));
        AwaitAssert(() => Claims.HolderOf(Numbers(101)[0]).ShouldBeNull());
    }

    [Fact]
    public void A_day_that_stops_waits_for_its_write_and_turns_the_rest_away()
    {
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        var day = Day();
        day.Tell(Hold(1), TestActor);
        day.Tell(Hold(2), TestActor);
        Watch(day);

        day.Tell(Stop.Instance);
        day.Tell(Hold(3), TestActor);
        ExpectMsg<PickupAnswer.Refused>().Why.ShouldBe(PickupRefusal.NotAvailable);
        gate.SetResult();

        ExpectMsg<PickupAnswer.Booked>();
        ExpectMsg<PickupAnswer.Refused>().Why.ShouldBe(PickupRefusal.NotAvailable);
        ExpectTerminated(day);
    }

    [Fact]
    public void A_rush_of_ten_thousand_gives_every_place_once_and_answers_everybody()
    {
        Plans.Slots = FixedPlans.Of(50, 0, "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30");
        var day = Day();
        for (var phone = 1; phone <= 10_000; phone++)
        {
            day.Tell(Hold(phone), TestActor);
        }

        var answers = ReceiveN(10_000, TimeSpan.FromSeconds(60)).Cast<PickupAnswer>().ToList();

        answers.OfType<PickupAnswer.Booked>().Count().ShouldBe(400);
        answers.OfType<PickupAnswer.Refused>().Count(refused => refused.Why == PickupRefusal.Full).ShouldBe(9_600);
        Written().ShouldBeLessThan(100);
    }

    [Fact]
    public void Who_asks_for_a_booking_whose_claims_are_being_taken_waits_for_the_outcome()
    {
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        Day().Tell(Hold(1), TestActor);
        AwaitCondition(() => Claims.Takes == 1);

        Day().Tell(new GetBooking(Today, Claims.LastBooking!.Value.Code), TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        gate.SetResult();

        var held = ExpectMsg<PickupAnswer.Booked>();
        ExpectMsg<PickupAnswer.Booked>().ShouldBe(held);
    }

    [Fact]
    public void One_bad_command_is_one_bad_command()
    {
        var gate = new TaskCompletionSource();
        Claims.Gate = gate.Task;
        Day().Tell(Hold(1), TestActor);
        Day().Tell(Hold(2), TestActor);
        Day().Tell(new Nonsense(Today), TestActor);
        Day().Tell(Hold(3), TestActor);
        Sync();
        gate.SetResult();

        var answers = ReceiveN(4);

        answers.OfType<PickupAnswer.Booked>().Count().ShouldBe(3);
        answers.OfType<PickupFailed>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_day_on_which_nothing_lives_leaves_and_one_with_a_booking_stays()
    {
        var parent = CreateTestProbe();
        var idle = parent.ChildActorOf(PropsOf(Today));
        var busy = parent.ChildActorOf(PropsOf(Next));
        busy.Tell(Hold(1) with { Day = Next }, TestActor);
        Confirms(ExpectMsg<PickupAnswer.Booked>().Booking, busy);
        idle.Tell(new GetBookings(Today), TestActor);
        ExpectMsg<PickupAnswer.Bookings>();

        Time.Advance(Settings.LeaveAfter);

        parent.ExpectMsg<Passivate>().StopMessage.ShouldBe(Stop.Instance);
        parent.LastSender.ShouldBe(idle);
        parent.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void An_office_that_is_not_configured_has_no_slots()
    {
        var unknown = Today with { Office = new OfficeId("unknown") };

        Day(unknown).Tell(Hold(1) with { Day = unknown }, TestActor);

        ExpectMsg<PickupAnswer.Refused>().Why.ShouldBe(PickupRefusal.NoSuchSlot);
    }

    private sealed record Nonsense(PickupDayId Day) : IPickupCommand;
}
