using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>
/// Hours that stand in for the weekly ones from one date to another, both included: Ramadan, a half day, a Friday with another
/// prayer break.
/// </summary>
/// <param name="Hours">Counter hours by weekday; a weekday without entry keeps its usual hours.</param>
/// <param name="PickupHours">The same for the collection counter, where an empty entry closes it.</param>
/// <param name="Estimated">The dates are not decided yet and may move.</param>
public sealed record SpecialHours(
    DateOnly From,
    DateOnly To,
    LocalizedText Name,
    ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> Hours,
    ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> PickupHours,
    bool Estimated = false)
{
    public bool Covers(DateOnly date) => From <= date && date <= To;
}
