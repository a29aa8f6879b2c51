using Sigap.Pickup;

namespace Sigap.Tests.Pickup;

internal static class Claims
{
    /// <summary>Decides with every claim granted.</summary>
    public static DayDecision.Made Granted(PickupDay day, IReadOnlyList<IPickupCommand> commands, DaySurroundings around)
    {
        var seen = ClaimsSeen.None;
        while (PickupDecider.Decide(day, commands, around, seen) is DayDecision.Needs needs)
        {
            seen = seen.With(needs.Claims.Select(need => KeyValuePair.Create<ClaimNeed, ClaimSight>(need, ClaimSight.Taken.Now)));
        }

        return (DayDecision.Made)PickupDecider.Decide(day, commands, around, seen);
    }
}
