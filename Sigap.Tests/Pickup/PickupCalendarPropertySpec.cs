using System.Collections.Immutable;
using CsCheck;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Pickup;

public class PickupCalendarPropertySpec
{
    private static readonly ContentSet Content = new ContentBuilder().Build();
    private static readonly Office Some = Content.Offices[new OfficeId("jayapura")];
    private static readonly DateOnly First = new(2026, 12, 14);
    private const int Span = 100;

    /// <summary>Up to three stretches of a day, in order, not overlapping, to the minute.</summary>
    private static readonly Gen<ImmutableArray<OpenHours>> Stretches = Gen.Int[0, 1439].HashSet[0, 6].Select(minutes =>
        minutes.Order().Chunk(2).Where(pair => pair.Length == 2).Select(pair => new OpenHours(At(pair[0]), At(pair[1]))).ToImmutableArray());

    private static readonly Gen<ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>> Week =
        Gen.Dictionary(Gen.Int[0, 6].Select(day => (DayOfWeek)day), Stretches)[0, 7].Select(days => days.ToImmutableDictionary());

    private static readonly Gen<DateOnly> Day = Gen.Int[0, Span].Select(First.AddDays);

    private static readonly Gen<Office> Offices = Gen.Select(
        Week, Week, Gen.Select(Day, Day), Day.HashSet[0, 5], Gen.Int[5, 240], Gen.Select(Gen.Int[1, 20], Gen.Int[0, 5], Gen.Int[0, 5]),
        (week, special, period, closed, slot, places) => Some with
        {
            PickupHours = week,
            Closures = closed.ToImmutableDictionary(date => date, _ => Some.Name),
            SpecialHours =
            [
                new SpecialHours(
                    period.Item1 < period.Item2 ? period.Item1 : period.Item2, period.Item1 < period.Item2 ? period.Item2 : period.Item1,
                    Some.Name, ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty, special),
            ],
            Pickup = PickupRules.Usual with
            {
                SlotLength = TimeSpan.FromMinutes(slot),
                Capacity = places.Item1 + places.Item2 + places.Item3,
                KeptForWalkIns = places.Item2,
                KeptForPriority = places.Item3,
            },
        });

    [Fact]
    public void Slots_have_the_length_of_the_rules_and_never_overlap() => Plans(static (office, plan) =>
    {
        plan.Slots.ShouldAllBe(slot => slot.To.ToTimeSpan() - slot.From.ToTimeSpan() == office.Pickup.SlotLength);
        plan.Slots.Zip(plan.Slots.Skip(1)).ShouldAllBe(pair => pair.Item1.To <= pair.Item2.From);
    });

    [Fact]
    public void Slots_lie_within_the_hours_of_their_date() => Plans(static (office, plan) =>
    {
        var special = office.SpecialHours[0];
        var hours = special.Covers(plan.Day.Date) && special.PickupHours.TryGetValue(plan.Day.Date.DayOfWeek, out var own)
            ? own
            : office.PickupHours.GetValueOrDefault(plan.Day.Date.DayOfWeek, []);

        plan.Slots.ShouldAllBe(slot => hours.Any(open => open.From <= slot.From && slot.To <= open.To));
    });

    [Fact]
    public void No_stretch_has_room_for_another_slot() => Plans(static (office, plan) =>
    {
        if (!plan.IsClosed)
        {
            plan.Slots.Length.ShouldBe(office.PickupHoursOn(plan.Day.Date).Sum(open => (int)((open.To - open.From) / office.Pickup.SlotLength)));
        }
    });

    [Fact]
    public void Nothing_is_planned_on_a_closed_date() => Plans(static (office, plan) =>
        (plan.IsClosed || (!office.Closures.ContainsKey(plan.Day.Date) && !Content.Holidays.ContainsKey(plan.Day.Date))).ShouldBeTrue());

    [Fact]
    public void The_places_to_book_and_those_kept_for_walk_ins_are_the_capacity() => Plans(static (office, plan) =>
        plan.Slots.ShouldAllBe(slot => slot.Bookable + office.Pickup.KeptForWalkIns == office.Pickup.Capacity && slot.Open > 0));

    [Fact]
    public void The_open_days_are_those_with_slots() => Check.Sample(Offices, office =>
        PickupCalendar.OpenDays(Content, office, First, First.AddDays(Span)).ShouldBe(
            Enumerable.Range(0, Span + 1).Select(First.AddDays).Where(date => !PickupCalendar.Plan(Content, office, date).IsClosed)),
        iter: 100);

    private static void Plans(Action<Office, DayPlan> holds) =>
        Check.Sample(Gen.Select(Offices, Day), (office, date) => holds(office, PickupCalendar.Plan(Content, office, date)), iter: 2_000);

    private static TimeOnly At(int minute) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minute));
}
