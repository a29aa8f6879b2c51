using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>A place of a slot, before somebody has it.</summary>
/// <param name="Kept">It is one of those kept for the priority groups.</param>
internal readonly record struct Place(TimeOnly Slot, bool Kept);

/// <summary>
/// The free places of a day, slot by slot. A party finds room in a slot and the ones right after it, never with a gap, and never
/// in slots that begin too soon.
/// </summary>
internal sealed class Room
{
    private readonly ImmutableArray<SlotPlan> _slots;
    private readonly int _firstBookable;
    private readonly int[] _open;
    private readonly int[] _kept;

    private Room(ImmutableArray<SlotPlan> slots, int firstBookable, int[] open, int[] kept)
    {
        _slots = slots;
        _firstBookable = firstBookable;
        _open = open;
        _kept = kept;
    }

    /// <param name="load">Below zero a slot may go: the plan has fewer places than were taken.</param>
    public static Room Of(DaySurroundings around, ImmutableSortedDictionary<TimeOnly, SlotLoad> load)
    {
        var slots = around.Plan.Slots;
        var taken = slots.Select(slot => load.GetValueOrDefault(slot.From)).ToArray();
        return new Room(
            slots,
            slots.Count(slot => !Admission.IsEarlyEnough(around, slot.From)),
            [.. slots.Zip(taken, (slot, used) => slot.Open - used.Open)],
            [.. slots.Zip(taken, (slot, used) => slot.Priority - used.Kept)]);
    }

    /// <summary>No slot can be booked any more, free or taken.</summary>
    public bool IsOver => _firstBookable == _slots.Length;

    public bool IsFull => Bookable.All(at => Free(at, priority: true) == 0);

    private IEnumerable<int> Bookable => Enumerable.Range(_firstBookable, _slots.Length - _firstBookable);

    public Room Copy() => new(_slots, _firstBookable, [.. _open], [.. _kept]);

    /// <summary>Places for so many from this slot on, or from the earliest that has room; null when there are none.</summary>
    public ImmutableArray<Place>? Find(TimeOnly? from, int places, bool priority) => Bookable
        .Where(first => from is null || _slots[first].From == from)
        .Select(first => From(first, places, priority))
        .FirstOrDefault(found => found is not null);

    /// <summary>Places for so many, from the slot that begins nearest to this time.</summary>
    public ImmutableArray<Place>? FindNear(TimeOnly time, int places, bool priority) => Bookable
        .OrderBy(first => (_slots[first].From.ToTimeSpan() - time.ToTimeSpan()).Duration())
        .Select(first => From(first, places, priority))
        .FirstOrDefault(found => found is not null);

    /// <summary>The slots from which so many find room.</summary>
    public ImmutableArray<FreeSlot> Starts(int places, bool priority) =>
    [
        .. Bookable
            .Where(first => From(first, places, priority) is not null)
            .Select(first => new FreeSlot(_slots[first].From, _slots[first].To, Free(first, priority))),
    ];

    /// <summary>All these places are free, in slots that may begin at any time.</summary>
    public bool Has(IEnumerable<Place> places) => places.CountBy(place => place).All(
        wanted => IndexOf(wanted.Key.Slot) is var at and >= 0 && (wanted.Key.Kept ? _kept : _open)[at] >= wanted.Value);

    public void Take(IEnumerable<Place> places) => Add(places, -1);

    public void GiveBack(IEnumerable<Place> places) => Add(places, 1);

    private void Add(IEnumerable<Place> places, int by)
    {
        foreach (var place in places)
        {
            if (IndexOf(place.Slot) is var at and >= 0)
            {
                (place.Kept ? _kept : _open)[at] += by;
            }
        }
    }

    private int IndexOf(TimeOnly slot)
    {
        for (var at = 0; at < _slots.Length; at++)
        {
            if (_slots[at].From == slot)
            {
                return at;
            }
        }

        return -1;
    }

    private int Free(int at, bool priority) => Math.Max(0, _open[at]) + (priority ? Math.Max(0, _kept[at]) : 0);

    private ImmutableArray<Place>? From(int first, int places, bool priority)
    {
        if (Free(first, priority) == 0)
        {
            return null;
        }

        var found = ImmutableArray.CreateBuilder<Place>(places);
        for (var at = first; at < _slots.Length && found.Count < places && Free(at, priority) > 0; at++)
        {
            var kept = priority ? Math.Clamp(_kept[at], 0, places - found.Count) : 0;
            var open = Math.Clamp(_open[at], 0, places - found.Count - kept);
            found.AddRange(Enumerable.Repeat(new Place(_slots[at].From, Kept: true), kept));
            found.AddRange(Enumerable.Repeat(new Place(_slots[at].From, Kept: false), open));
        }

        return found.Count == places ? found.MoveToImmutable() : null;
    }
}
