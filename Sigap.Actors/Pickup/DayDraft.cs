using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// A change of a pickup day in the making: commands that are decided together see what the ones before them changed, and all
/// is written as one event.
/// </summary>
internal sealed class DayDraft(PickupDay before, DaySurroundings around)
{
    private readonly long _firstErrand = before.LastErrand + 1;
    private readonly ImmutableArray<DayFact>.Builder _facts = ImmutableArray.CreateBuilder<DayFact>();
    private readonly ImmutableArray<Errand>.Builder _errands = ImmutableArray.CreateBuilder<Errand>();

    /// <summary>With everything noted so far.</summary>
    public PickupDay Day { get; private set; } = before;

    public DaySurroundings Around => around;

    public DateTimeOffset Now => around.Now;

    public void Note(DayFact fact)
    {
        _facts.Add(fact);
        Day = PickupEvolution.With(Day, fact, Now);
    }

    public void Owe(Errand errand) => _errands.Add(errand);

    /// <summary>Null when nothing changed.</summary>
    public DayChanged? Finish() => _facts.Count == 0 && _errands.Count == 0
        ? null
        : new DayChanged(Now, _facts.ToImmutable(), _errands.ToImmutable(), _firstErrand, []);
}
