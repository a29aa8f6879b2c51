namespace Sigap.Pickup;

/// <summary>Events make state. Total and clockless: the same events give the same day for ever.</summary>
public static class PickupEvolution
{
    public static PickupDay Evolve(PickupDay day, IPickupEvent happened) => happened switch
    {
        DayChanged changed => After(day, changed),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not an event of a pickup day"),
    };

    internal static PickupDay With(PickupDay day, DayFact fact, DateTimeOffset at) =>
        BookingEvolution.With(day, fact)
        ?? HallEvolution.With(day, fact, at)
        ?? Hands.With(day, fact)
        ?? throw new InvalidOperationException($"{fact.GetType().Name} is not a fact of a pickup day");

    private static PickupDay After(PickupDay day, DayChanged changed)
    {
        var next = changed.Facts.Aggregate(day, (state, fact) => With(state, fact, changed.At));
        var owed = changed.Errands.Select((errand, place) => new OwedErrand(changed.FirstErrand + place, errand, changed.At));
        return next with
        {
            Errands = [.. next.Errands.Where(errand => !changed.Done.Contains(errand.Number)), .. owed],
            LastErrand = next.LastErrand + changed.Errands.Length,
        };
    }
}
