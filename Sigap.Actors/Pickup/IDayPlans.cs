namespace Sigap.Pickup;

/// <summary>Gives a pickup day its surroundings by the calendar now in force.</summary>
public interface IDayPlans
{
    /// <returns>Null for an office that is not configured.</returns>
    DaySurroundings? Around(PickupDayId day, DateTimeOffset now);
}
