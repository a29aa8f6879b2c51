using System.Collections.Immutable;
using Akka.Actor;
using Akka.Persistence;
using Akka.TestKit;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

/// <summary>The shell of a pickup day: what is written when, who is answered when, and what survives a death at each step.</summary>
public class PickupDayActorSpec : Akka.TestKit.Xunit2.TestKit
{
    private readonly PickupDayId _day;
    private readonly PickupDayId _next;
    private readonly FixedPlans _plans = new() { Slots = FixedPlans.Morning(open: 50, priority: 0) };
    private readonly StandInClaims _claims = new();
    private readonly TestProbe _conversations;
    private readonly Dictionary<PickupDayId, IActorRef> _days = [];
    private readonly IActorRef _region;
    private PickupSettings _settings = new() { EventsPerSnapshot = 10 };
    private int _starts;

    public PickupDayActorSpec()
        : base(FailingJournal.Config + """

            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
            """)
    {
        _conversations = CreateTestProbe();
        _region = ActorOf(actor => actor.Receive<IWithPickupDay>((message, context) => Day(message.Day).Forward(message)), "region");

        // The test scheduler begins at the clock of the wall: on to ten in the morning, so that the day is two days ahead.
        var morning = Time.Now.ToOffset(FixedPlans.Wib).Date.AddDays(1).AddHours(10);
        Time.AdvanceTo(new DateTimeOffset(morning, FixedPlans.Wib));
        _day = new PickupDayId(new OfficeId($"office-{Guid.NewGuid():n}"), DateOnly.FromDateTime(morning).AddDays(1));
        _next = _day with { Date = _day.Date.AddDays(1) };
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

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
        _claims.Gate = gate.Task;
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
        _claims.Takes.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void A_full_day_asks_for_no_claims()
    {
        _plans.Slots = FixedPlans.Of(1, 0, "09:00");
        Holds(Hold(1));

        for (var phone = 2; phone <= 300; phone++)
        {
            Day().Tell(Hold(phone), TestActor);
        }

        ReceiveN(299).Cast<PickupAnswer.Refused>().ShouldAllBe(refused => refused.Why == PickupRefusal.Full);
        _claims.Taken.ShouldBe(1);
        Written().ShouldBe(1);
    }

    [Fact]
    public void More_than_may_wait_are_turned_away()
    {
        _settings = _settings with { CommandsPerWrite = 10, MostWaiting = 20 };
        var gate = new TaskCompletionSource();
        _claims.Gate = gate.Task;
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
        _claims.Gate = gate.Task;
        Day().Tell(Hold(1), TestActor);

        Day().Tell(new GetFree(_day, 1, Priority: false), TestActor);

        ExpectMsg<PickupAnswer.Free>().Slots.Length.ShouldBe(6);
        gate.SetResult();
        ExpectMsg<PickupAnswer.Booked>();
    }

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
        _claims.Gate = new TaskCompletionSource().Task;
        Day().Tell(hold, TestActor);
        Sync();

        Kill();
        _claims.Gate = Task.CompletedTask;

        Holds(hold).Stage.ShouldBe(BookingStage.Held);
        Written().ShouldBe(1);
    }

    [Fact]
    public void A_day_killed_between_claim_and_write_leaves_a_claim_that_stands_in_nobodys_way()
    {
        var hold = Hold(1);
        Break();
        Day().Tell(hold, TestActor);
        ExpectMsg<Status.Failure>();
        Heal();
        _claims.HolderOf(hold.Applications[0]).ShouldNotBeNull();

        var elsewhere = Holds(hold with { Request = NewRequest(), Day = _next });

        _claims.HolderOf(hold.Applications[0]).ShouldBe(elsewhere.At);
        Day().Tell(hold, TestActor);
        ExpectMsg<PickupAnswer.Refused>().ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, elsewhere.At));
    }

    [Fact]
    public void The_same_request_after_a_failed_write_takes_its_own_claim_over()
    {
        var hold = Hold(1);
        Break();
        Day().Tell(hold, TestActor);
        ExpectMsg<Status.Failure>();
        Heal();

        var held = Holds(hold);

        _claims.HolderOf(hold.Applications[0]).ShouldBe(held.At);
    }

    [Fact]
    public void A_confirmation_that_may_not_be_written_is_told_and_can_be_repeated()
    {
        var held = Holds(Hold(1));
        Break();
        Day().Tell(new ConfirmBooking(_day, held.At.Code, Collector.Applicant), TestActor);
        ExpectMsg<Status.Failure>();
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
        _claims.Gate = gate.Task;
        for (var phone = 2; phone <= 11; phone++)
        {
            Day().Tell(Hold(phone), TestActor);
        }

        gate.SetResult();

        ReceiveN(10).ShouldAllBe(answer => answer is Status.Failure);
        Heal();
    }

    [Fact]
    public void A_hold_lapses_by_itself_and_its_applicant_is_told()
    {
        var held = Holds(Hold(1));
        Sync();

        Time.Advance(TimeSpan.FromMinutes(5));

        var told = _conversations.ExpectMsg<Notify>();
        told.Conversation.ShouldBe(Phone(1));
        told.Notice.ShouldBe(new Notice.HoldLapsed(held.At));
        AwaitAssert(() => _claims.HolderOf(Number(1)).ShouldBeNull());
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

        _conversations.ExpectMsg<Notify>().Notice.ShouldBeOfType<Notice.HoldLapsed>();
    }

    [Fact]
    public void A_notice_is_told_again_until_it_is_acknowledged_and_not_after()
    {
        Holds(Hold(1));
        Sync();
        Time.Advance(TimeSpan.FromMinutes(5));
        var first = _conversations.ExpectMsg<Notify>();

        AwaitAssert(
            () =>
            {
                Time.Advance(TimeSpan.FromSeconds(5));
                _conversations.ExpectMsg<Notify>(TimeSpan.FromMilliseconds(200)).ShouldBe(first);
            },
            TimeSpan.FromSeconds(5));
        _conversations.Reply(Notified.Now);
        OwesNothing();

        Kill();
        Day();
        Sync();
        _conversations.ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void A_day_killed_before_a_notice_is_acknowledged_tells_it_again_with_the_same_id()
    {
        Holds(Hold(1));
        Sync();
        Time.Advance(TimeSpan.FromMinutes(5));
        var first = _conversations.ExpectMsg<Notify>();

        Kill();
        Day();

        _conversations.ExpectMsg<Notify>().ShouldBe(first);
    }

    [Fact]
    public void A_notice_that_is_worth_nothing_any_more_is_not_told()
    {
        Holds(Hold(1));
        Sync();
        Time.Advance(TimeSpan.FromMinutes(5));
        _conversations.ExpectMsg<Notify>();
        Kill();
        Time.Advance(TimeSpan.FromHours(2));

        Day();

        OwesNothing();
        _conversations.ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void A_move_to_another_day_ends_the_old_booking_although_that_day_dies_meanwhile()
    {
        var old = Confirms(Holds(Hold(1)));
        var moved = Holds(Hold(1) with { Day = _next, Moves = old.At });
        Break();
        Kill();

        Confirms(moved);
        AwaitAssert(() => _claims.HolderOf(Number(1)).ShouldBe(moved.At));
        Heal();

        AwaitAssert(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            State().Bookings[old.At.Code].Ended.ShouldBe(BookingEnd.Moved);
        });
        _claims.HolderOf(Number(1)).ShouldBe(moved.At);
    }

    [Fact]
    public void While_claims_are_away_nothing_is_given_out_on_a_guess()
    {
        _claims.AreAway = true;
        Day().Tell(Hold(1), TestActor);
        ExpectMsg<PickupAnswer.Refused>().Why.ShouldBe(PickupRefusal.NotAvailable);

        _claims.AreAway = false;
        Holds(Hold(1));
    }

    [Fact]
    public void Claims_of_a_family_that_is_refused_are_released()
    {
        var elsewhere = Holds(Hold(1) with { Day = _next });
        var family = Hold(1) with { Applications = [.. Numbers(100, 101, 102)] };

        Day().Tell(family, TestActor);

        ExpectMsg<PickupAnswer.Refused>().ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, elsewhere.At));
        AwaitAssert(() => _claims.HolderOf(Numbers(101)[0]).ShouldBeNull());
    }

    [Fact]
    public void A_day_that_stops_waits_for_its_write_and_turns_the_rest_away()
    {
        var gate = new TaskCompletionSource();
        _claims.Gate = gate.Task;
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

    [Fact]
    public void A_rush_of_ten_thousand_gives_every_place_once_and_answers_everybody()
    {
        _plans.Slots = FixedPlans.Of(50, 0, "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30");
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

    private HoldPlaces Hold(int phone) => OfficeUnderTest.Hold(phone, day: _day);

    private static ApplicationNumber Number(int phone) => OfficeUnderTest.Hold(phone).Applications[0];

    private IActorRef Day(PickupDayId? id = null)
    {
        lock (_days)
        {
            var day = id ?? _day;
            if (!_days.TryGetValue(day, out var actor))
            {
                var parts = new PickupParts(_plans, _claims, _settings, new SchedulerClock(Sys.Scheduler));
                actor = _days[day] = Sys.ActorOf(
                    Props.Create(() => new PickupDayActor(day.Value, parts, () => _conversations.Ref, () => _region)), $"day-{_starts++}");
            }

            return actor;
        }
    }

    private BookingView Holds(HoldPlaces hold)
    {
        Day(hold.Day).Tell(hold, TestActor);
        return ExpectMsg<PickupAnswer.Booked>().Booking;
    }

    private BookingView Confirms(BookingView held)
    {
        Day(held.At.Day).Tell(new ConfirmBooking(held.At.Day, held.At.Code, Collector.Applicant), TestActor);
        return ExpectMsg<PickupAnswer.Booked>().Booking;
    }

    /// <summary>Returns when the day has handled everything sent to it before.</summary>
    private void Sync()
    {
        Day().Tell(new GetBookings(_day), TestActor);
        ExpectMsg<PickupAnswer.Bookings>();
    }

    private void Kill()
    {
        if (_days.Remove(_day, out var day))
        {
            Watch(day);
            Sys.Stop(day);
            FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(day));
            Unwatch(day);
        }
    }

    /// <summary>From now on this day's writes fail.</summary>
    private void Break() => FailingJournal.Break($"pickup|{_day}");

    private void Heal()
    {
        FailingJournal.Mend($"pickup|{_day}");
        lock (_days)
        {
            _days.Remove(_day);
        }
    }

    private void OwesNothing() => AwaitAssert(() =>
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        Day();
        State().Errands.ShouldBeEmpty();
    });

    private int Written() => Events().Count;

    private PickupDay State() => Events().Aggregate(PickupDay.Origin, PickupEvolution.Evolve);

    /// <summary>Everything in the journal of this day.</summary>
    private List<IPickupEvent> Events()
    {
        var reader = Sys.ActorOf(Props.Create(() => new JournalReader($"pickup|{_day}")));
        return [.. reader.Ask<ImmutableArray<object>>("all", TimeSpan.FromSeconds(5)).Result.OfType<IPickupEvent>()];
    }

    private sealed class JournalReader(string persistenceId) : UntypedPersistentActor
    {
        private readonly List<object> _events = [];

        public override string PersistenceId => persistenceId;

        public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

        protected override void OnRecover(object message) => _events.Add(message);

        protected override void OnCommand(object message)
        {
            Sender.Tell(_events.ToImmutableArray());
            Context.Stop(Self);
        }
    }
}
