using System.Collections.Immutable;
using System.Globalization;
using Sigap.Pickup;

namespace Sigap.Tests.Pickup;

/// <summary>A calendar that a test changes by hand: the same slots on every day, unless it says otherwise.</summary>
internal sealed class FixedPlans : IDayPlans
{
    public static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public PickupRules Rules { get; set; } = PickupRules.Usual;

    public ImmutableArray<SlotPlan> Slots { get; set; } = Morning(open: 2, priority: 1);

    public Dictionary<DateOnly, ImmutableArray<SlotPlan>> Days { get; } = [];

    /// <summary>Half hours from nine to twelve.</summary>
    public static ImmutableArray<SlotPlan> Morning(int open, int priority) =>
        Of(open, priority, "09:00", "09:30", "10:00", "10:30", "11:00", "11:30");

    public static ImmutableArray<SlotPlan> Of(int open, int priority, params string[] times) =>
    [
        .. times.Select(time => TimeOnly.Parse(time, CultureInfo.InvariantCulture))
            .Select(from => new SlotPlan(from, from.AddMinutes(30), open, priority)),
    ];

    public DaySurroundings? Around(PickupDayId day, DateTimeOffset now) => day.Office.Value == "unknown"
        ? null
        : new DaySurroundings(new DayPlan(day, Wib, Days.GetValueOrDefault(day.Date, Slots)), Rules, now);
}
