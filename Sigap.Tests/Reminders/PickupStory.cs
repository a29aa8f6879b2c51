using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Reminders;

namespace Sigap.Tests.Reminders;

/// <summary>What the projector makes of what happened on a pickup day, in its order.</summary>
internal static class PickupStory
{
    public static IReadOnlyList<ReadChange> Changes(PickupDayId day, DateTimeOffset at, params DayFact[] facts)
    {
        var happened = new DayChanged(at, [.. facts], [], 1, []);
        return
        [
            .. PickupProjection.Of(day, happened).Select(change => new ReadChange.Pickup(change)),
            .. ReminderProjection.Of(day, happened).Select(change => new ReadChange.Reminded(change)),
        ];
    }
}
