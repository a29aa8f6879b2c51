namespace Sigap.Pickup;

/// <summary>When tickets are drawn: from an hour before the first slot of the day until the end of its last one.</summary>
internal readonly record struct HallHours(DateTimeOffset Opens, DateTimeOffset Closes)
{
    private static readonly TimeSpan BeforeTheFirstSlot = TimeSpan.FromHours(1);

    /// <summary>Null when the office is closed that day.</summary>
    public static HallHours? Of(DayPlan plan) => plan.IsClosed
        ? null
        : new HallHours(plan.At(plan.Slots[0].From) - BeforeTheFirstSlot, plan.At(plan.Slots[^1].To));

    public static bool AreNow(DaySurroundings around) =>
        Of(around.Plan) is { } hours && around.Now >= hours.Opens && around.Now <= hours.Closes;

    /// <summary>
    /// How long counters take on the clock for so much work from now on. They rest before the first slot and in the breaks
    /// between slots; after the last slot they go on until everybody is served.
    /// </summary>
    public static TimeSpan OnTheClock(TimeSpan work, DaySurroundings around)
    {
        var at = around.Now;
        foreach (var slot in around.Plan.Slots)
        {
            var (begins, ends) = (around.Plan.At(slot.From), around.Plan.At(slot.To));
            if (ends <= at)
            {
                continue;
            }

            at = at < begins ? begins : at;
            if (work <= ends - at)
            {
                break;
            }

            work -= ends - at;
            at = ends;
        }

        return at + work - around.Now;
    }
}
