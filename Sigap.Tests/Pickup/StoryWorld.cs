using System.Collections.Immutable;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

internal enum StepKind
{
    Hold,
    Confirm,
    End,
    Join,
    Leave,
    Move,
    Review,
    Restart,
    ChangeCollector,
    TakeStock,
}

/// <summary>One step of a random story; what a kind does not need it ignores.</summary>
internal sealed record StoryStep(StepKind Kind, int Phone, int First, int Places, int Slot, bool Flag, int Pick, int Seconds);

/// <summary>Two small days, a few phones, and what must hold of them after every step.</summary>
internal sealed class StoryWorld
{
    private static readonly PickupDayId[] Days = [Tomorrow, Thursday];
    private readonly OfficeUnderTest _office = new("2026-11-24 16:00");
    private readonly List<BookingAt> _known = [];
    private readonly HashSet<BookingAt> _confirmed = [];
    private readonly HashSet<BookingAt> _given = [];
    private IPickupCommand? _last;
    private bool _reviewed;

    public StoryWorld()
    {
        _office.Plans.Slots = Slots(2);
        _office.Office.Changed += (_, changed) =>
        {
            Changes++;
            PickupSerializer.Read(PickupSerializer.Write(changed), PickupSerializer.ChangedManifest).ShouldBe(changed);
        };
    }

    private int Changes { get; set; }

    public void Play(StoryStep step)
    {
        _office.Advance(TimeSpan.FromSeconds(step.Seconds));
        _last = Command(step);
        if (_last is null)
        {
            return;
        }

        Learn(_office.Ask(_last));
    }

    public void CapacityIsKept()
    {
        foreach (var day in Days)
        {
            var plan = _office.Plans.Around(day, _office.Now)!.Plan;
            foreach (var slot in plan.Slots.Where(slot => plan.At(slot.From) > _office.Now))
            {
                Taken(day, slot.From, kept: false).ShouldBeLessThanOrEqualTo(slot.Open, $"{day} {slot.From}");
                Taken(day, slot.From, kept: true).ShouldBeLessThanOrEqualTo(slot.Priority, $"{day} {slot.From} kept");
            }
        }
    }

    public void NothingConfirmedVanished()
    {
        foreach (var at in _confirmed)
        {
            var booking = _office.Office.Day(at.Day).Bookings[at.Code];
            booking.Stage.ShouldBe(BookingStage.Confirmed);
            var isRight = booking.Ended switch
            {
                null => true,
                BookingEnd.GivenBack => _given.Contains(at),
                BookingEnd.Moved => All().Any(other => other.Booking.Moves == at && other.Booking.Stage == BookingStage.Confirmed),
                BookingEnd.OfficeClosed => _reviewed,
                BookingEnd.NoShow => _office.Now >= DayEnd.For(booking, _office.Plans.Around(at.Day, _office.Now)!.Plan),
                _ => false,
            };
            isRight.ShouldBeTrue($"{at} ended as {booking.Ended}");
        }
    }

    public void NoApplicationTwice()
    {
        foreach (var application in Live().SelectMany(one => one.Booking.Applications).Distinct())
        {
            // A move under way stands beside what it moves, and an offer beside what was booked elsewhere: neither is firm yet.
            Live().Count(one => one.Booking.Applications.Contains(application) && IsFirm(one.Booking)).ShouldBeLessThanOrEqualTo(1);
        }
    }

    public void RepeatingChangesNothing(StoryStep step)
    {
        if (_last is null || step.Kind == StepKind.Restart)
        {
            return;
        }

        var before = Changes;
        _office.Ask(_last);
        Changes.ShouldBe(before, $"{_last}");
    }

    public void NothingIsOverdue() => (_office.Office.NextDue is not { } due || due > _office.Now).ShouldBeTrue();

    public void CountsAgree()
    {
        foreach (var day in Days)
        {
            var state = _office.Office.Day(day);
            var seats = state.Bookings.Values.Where(booking => booking.IsLive).SelectMany(booking => booking.Seats).ToList();
            foreach (var (slot, load) in state.Load)
            {
                load.ShouldBe(new SlotLoad(
                    seats.Count(seat => seat.Slot == slot && !seat.Kept), seats.Count(seat => seat.Slot == slot && seat.Kept)));
            }

            state.Load.Values.Sum(load => load.Open + load.Kept).ShouldBe(seats.Count);
            foreach (var (application, code) in state.Applications)
            {
                state.Bookings[code].IsLive.ShouldBeTrue();
                state.Bookings[code].Applications.ShouldContain(application);
            }

            seats.Select(seat => seat.Application).Distinct().ShouldBe(state.Applications.Keys, ignoreOrder: true);
            state.Waitlist.Select(who => who.Conversation).ShouldBeUnique();
            state.Errands.ShouldBeEmpty();
        }
    }

    private static ImmutableArray<SlotPlan> Slots(int open) => FixedPlans.Of(open, 1, "09:00", "09:30", "10:00", "10:30");

    /// <summary>The same bookings in the same bytes, and everything that follows from them counted alike.</summary>
    private static PickupDay OverTheWire(PickupDay day)
    {
        var read = (PickupDay)PickupSerializer.Read(PickupSerializer.Write(day), PickupSerializer.StateManifest);
        read.Bookings.ShouldBe(day.Bookings, ignoreOrder: true);
        read.Applications.ShouldBe(day.Applications, ignoreOrder: true);
        read.Requests.ShouldBe(day.Requests, ignoreOrder: true);
        read.Load.ShouldBe(day.Load);
        read.Waitlist.ShouldBe(day.Waitlist);
        read.WaitsOver.ShouldBe(day.WaitsOver, ignoreOrder: true);
        return read;
    }

    private IPickupCommand? Command(StoryStep step)
    {
        var day = Days[step.Pick % 2];
        var numbers = Numbers([.. Enumerable.Range(step.First, step.Places)]);
        TimeOnly? slot = step.Slot < 0 ? null : Slots(1)[step.Slot].From;
        switch (step.Kind)
        {
            case StepKind.Hold:
                return new HoldPlaces(day, NewRequest(), Phone(step.Phone), numbers, slot, step.Flag);
            case StepKind.Join:
                return new JoinWaitlist(day, NewRequest(), Phone(step.Phone), numbers, step.Flag);
            case StepKind.Leave:
                return new LeaveWaitlist(day, Phone(step.Phone));
            case StepKind.TakeStock:
                return new TakeStock(day);
            case StepKind.Review:
                _reviewed = true;
                _office.Plans.Days[day.Date] = Slots(step.Places - 1);
                return new ReviewDay(day);
            case StepKind.Restart:
                _office.Office.Restart(OverTheWire);
                return null;
        }

        if (_known.Count == 0)
        {
            return null;
        }

        var at = _known[^(1 + (step.Pick % Math.Min(_known.Count, 6)))];
        var booking = _office.Office.Day(at.Day).Bookings[at.Code];
        switch (step.Kind)
        {
            case StepKind.Confirm:
                return new ConfirmBooking(at.Day, at.Code, Collector.Applicant);
            case StepKind.ChangeCollector:
                return new ChangeCollector(at.Day, at.Code, step.Flag ? Collector.Family : Collector.Proxy);
            case StepKind.End:
                _given.Add(at);
                return new EndBooking(at.Day, at.Code, BookingEnd.GivenBack);
            default:
                return new HoldPlaces(day, NewRequest(), booking.Conversation, [.. booking.Applications], slot, booking.Priority, at);
        }
    }

    private void Learn(PickupAnswer answer)
    {
        foreach (var (at, booking) in All())
        {
            if (!_known.Contains(at))
            {
                _known.Add(at);
            }

            if (booking is { Stage: BookingStage.Confirmed })
            {
                _confirmed.Add(at);
            }
        }

        answer.ShouldNotBeNull();
    }

    private static bool IsFirm(Booking booking) =>
        booking is { Stage: BookingStage.Confirmed } or { Stage: BookingStage.Held, Moves: null };

    private int Taken(PickupDayId day, TimeOnly slot, bool kept)
    {
        var live = _office.Office.Day(day).Bookings.Values.Where(booking => booking.IsLive).ToList();
        return live.Sum(booking => Places(booking, slot, kept)) - live.Sum(booking => Lent(booking, live, day, slot, kept));
    }

    /// <summary>Places that a move under way shares with what it moves: when it is confirmed, they are one.</summary>
    private static int Lent(Booking booking, List<Booking> live, PickupDayId day, TimeOnly slot, bool kept) =>
        booking is { Stage: BookingStage.Held, Moves: { } moves } && moves.Day == day && live.Find(other => other.Code == moves.Code) is { } moved
            ? Math.Min(Places(booking, slot, kept), Places(moved, slot, kept))
            : 0;

    private static int Places(Booking booking, TimeOnly slot, bool kept) => booking.Seats.Count(seat => seat.Slot == slot && seat.Kept == kept);

    private IEnumerable<(BookingAt At, Booking Booking)> All() =>
        Days.SelectMany(day => _office.Office.Day(day).Bookings.Values.Select(booking => (new BookingAt(day, booking.Code), booking)));

    private IEnumerable<(BookingAt At, Booking Booking)> Live() => All().Where(one => one.Booking.IsLive);
}
