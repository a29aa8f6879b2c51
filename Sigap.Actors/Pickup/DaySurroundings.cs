namespace Sigap.Pickup;

/// <summary>All a decision of a pickup day may look at besides its state and the commands.</summary>
/// <param name="Plan">The slots by today's calendar; none when the office is closed that day.</param>
public sealed record DaySurroundings(DayPlan Plan, PickupRules Rules, DateTimeOffset Now)
{
    /// <summary>Now, as the clock in the office shows it.</summary>
    public DateTimeOffset Local => Now.ToOffset(Plan.UtcOffset);
}
