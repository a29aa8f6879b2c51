using System.Collections.Immutable;
using Akka.Actor;
using Akka.Persistence;
using Akka.TestKit;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Pickup;

/// <summary>Pickup days as real actors over a journal in memory, in virtual time.</summary>
public abstract class PickupDayTestKit : Akka.TestKit.Xunit2.TestKit
{
    private readonly Dictionary<PickupDayId, IActorRef> _days = [];
    private int _starts;

    protected PickupDayTestKit()
        : base(FailingJournal.Config + """

            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
            """)
    {
        Conversations = CreateTestProbe();
        Region = ActorOf(actor => actor.Receive<IWithPickupDay>((message, context) => Day(message.Day).Forward(message)), "region");

        // The test scheduler begins at the clock of the wall: on to ten in the morning, so that the day is two days ahead.
        var morning = Time.Now.ToOffset(FixedPlans.Wib).Date.AddDays(1).AddHours(10);
        Time.AdvanceTo(new DateTimeOffset(morning, FixedPlans.Wib));
        Today = new PickupDayId(new OfficeId($"office-{Guid.NewGuid():n}"), DateOnly.FromDateTime(morning).AddDays(1));
        Next = Today with { Date = Today.Date.AddDays(1) };
    }

    protected PickupDayId Today { get; }

    protected PickupDayId Next { get; }

    private protected FixedPlans Plans { get; } = new() { Slots = FixedPlans.Morning(open: 50, priority: 0) };

    private protected StandInClaims Claims { get; } = new();

    protected TestProbe Conversations { get; }

    protected IActorRef Region { get; }

    protected PickupSettings Settings { get; set; } = new() { EventsPerSnapshot = 10 };

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    protected HoldPlaces Hold(int phone) => OfficeUnderTest.Hold(phone, day: Today);

    protected static ApplicationNumber Number(int phone) => OfficeUnderTest.Hold(phone).Applications[0];

    protected IActorRef Day(PickupDayId? id = null)
    {
        lock (_days)
        {
            var day = id ?? Today;
            if (!_days.TryGetValue(day, out var actor))
            {
                actor = _days[day] = Sys.ActorOf(PropsOf(day), $"day-{_starts++}");
            }

            return actor;
        }
    }

    protected Props PropsOf(PickupDayId day)
    {
        var parts = new PickupParts(Plans, Claims, Settings, new SchedulerClock(Sys.Scheduler));
        return Props.Create(() => new PickupDayActor(day.Value, parts, () => Conversations.Ref, () => Region));
    }

    protected BookingView Holds(HoldPlaces hold)
    {
        Day(hold.Day).Tell(hold, TestActor);
        return ExpectMsg<PickupAnswer.Booked>().Booking;
    }

    protected BookingView Confirms(BookingView held, IActorRef? day = null)
    {
        (day ?? Day(held.At.Day)).Tell(new ConfirmBooking(held.At.Day, held.At.Code, Collector.Applicant), TestActor);
        return ExpectMsg<PickupAnswer.Booked>().Booking;
    }

    /// <summary>Returns when the day has handled everything sent to it before.</summary>
    protected void Sync()
    {
        Day().Tell(new GetBookings(Today), TestActor);
        ExpectMsg<PickupAnswer.Bookings>();
    }

    protected void Kill()
    {
        if (_days.Remove(Today, out var day))
        {
            Watch(day);
            Sys.Stop(day);
            FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(day));
            Unwatch(day);
        }
    }

    /// <summary>From now on this day's writes fail.</summary>
    protected void Break() => FailingJournal.Break($"pickup|{Today}");

    protected void Heal()
    {
        FailingJournal.Mend($"pickup|{Today}");
        Forget();
    }

    /// <summary>Whoever asks the day next starts it.</summary>
    protected void Forget()
    {
        lock (_days)
        {
            _days.Remove(Today);
        }
    }

    protected void OwesNothing() => AwaitAssert(() =>
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        Day();
        State().Errands.ShouldBeEmpty();
    });

    protected int Written() => Events().Count;

    protected PickupDay State() => Events().Aggregate(PickupDay.Origin, PickupEvolution.Evolve);

    /// <summary>Everything in the journal of this day.</summary>
    protected List<IPickupEvent> Events()
    {
        var reader = Sys.ActorOf(Props.Create(() => new JournalReader($"pickup|{Today}")));
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
