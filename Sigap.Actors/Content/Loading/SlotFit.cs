using System.Collections.Immutable;
using Sigap.Pickup;

namespace Sigap.Content.Loading;

/// <summary>Whether slots fit into the collection hours they are cut from.</summary>
internal static class SlotFit
{
    public static void Check(YamlMap map, ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> pickupHours, PickupRules rules)
    {
        foreach (var (day, stretches) in pickupHours)
        {
            foreach (var stretch in stretches)
            {
                Check(map, day, stretch, rules.SlotLength);
            }
        }
    }

    private static void Check(YamlMap map, DayOfWeek day, OpenHours stretch, TimeSpan slot)
    {
        var open = stretch.To - stretch.From;
        var rest = TimeSpan.FromTicks(open.Ticks % slot.Ticks);
        var place = WeekHours.PlaceOf(map, "pickup_hours", day);

        if (open < slot)
        {
            map.Findings.Error(place,
                $"{Written(stretch)} of {day} is shorter than a slot of {slot.TotalMinutes} minutes, so nobody can book it; "
                + $"lengthen it, or lower 'slot_minutes' under 'pickup' to {open.TotalMinutes} or less");
        }
        else if (rest > TimeSpan.Zero)
        {
            map.Findings.Warn(place,
                $"slots of {slot.TotalMinutes} minutes leave the last {rest.TotalMinutes} minutes of {Written(stretch)} on {day} "
                + "without places; change the hours, or 'slot_minutes' under 'pickup'");
        }
    }

    private static string Written(OpenHours stretch) => $"{stretch.From:HH\\.mm}-{stretch.To:HH\\.mm}";
}
