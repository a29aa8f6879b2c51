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
    private (ImmutableSortedDictionary<TimeOnly, SlotLoad> Load, Room Room)? _room;

    /// <summary>With everything noted so far.</summary>
    public PickupDay Day { get; private set; } = before;

    public DaySurroundings Around => around;

    public PickupDayId Id => around.Plan.Day;

    public DateTimeOffset Now => around.Now;

    /// <summary>The free places, a copy for whoever asks. Counted once for all commands that find the same load.</summary>
    public Room Room
    {
        get
        {
            if (_room is not { } known || !ReferenceEquals(known.Load, Day.Load))
            {
                _room = known = (Day.Load, Room.Of(around, Day.Load));
            }

            return known.Room.Copy();
        }
    }

    /// <summary>Whatever ends a booking frees its applications: that errand is owed by itself.</summary>
    public void Note(DayFact fact)
    {
        if (fact is DayFact.Ended { Code: var code } && Day.Bookings[code] is { IsLive: true } booking)
        {
            Owe(new Errand.Release(new BookingAt(Id, code), [.. booking.Applications], BackTo(booking)));
        }

        _facts.Add(fact);
        Day = PickupEvolution.With(Day, fact, Now);
    }

    public void Owe(Errand errand)
    {
        if (errand is not Errand.Release || !_errands.Contains(errand))
        {
            _errands.Add(errand);
        }
    }

    /// <summary>Null when nothing changed.</summary>
    public DayChanged? Finish() => _facts.Count == 0 && _errands.Count == 0
        ? null
        : new DayChanged(Now, _facts.ToImmutable(), _errands.ToImmutable(), _firstErrand, []);

    /// <summary>What was to be moved lives on, when its move was never confirmed.</summary>
    private BookingAt? BackTo(Booking ended)
    {
        if (ended.Stage == BookingStage.Confirmed || ended.Moves is not { } moved)
        {
            return null;
        }

        return moved.Day == Id && !Day.Bookings.GetValueOrDefault(moved.Code, ended).IsLive ? null : moved;
    }
}
