using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>How an office hands out passports: the <c>pickup</c> part of its file. Lengths of time are positive.</summary>
/// <param name="SlotLength">A slot begins every so often within the collection hours.</param>
/// <param name="Counters">Collection counters (loket), numbered from 1.</param>
/// <param name="Capacity">Passports the counters hand out in one slot, walk-ins included.</param>
/// <param name="KeptForWalkIns">Of these, places nobody can book.</param>
/// <param name="KeptForPriority">Of these, places only the priority groups can book: 60+, disabled, pregnant, with small children.</param>
/// <param name="HorizonDays">So many calendar days ahead can be booked, today not counted.</param>
/// <param name="LeadTime">A slot can be booked until this long before it begins.</param>
/// <param name="HoldTime">A place is held this long while its applicant decides.</param>
/// <param name="OfferTime">A freed place is offered this long to the first of the waitlist; less as the slot comes near.</param>
/// <param name="PlacesPerPhone">Live places one conversation may have, holds included.</param>
/// <param name="NoShowsBeforePause">So many missed bookings within <paramref name="NoShowMemory"/>, and booking pauses for <paramref name="Pause"/>.</param>
/// <param name="Early">A ticket drawn this long before its slot, or later, is in line at once.</param>
/// <param name="Grace">Up to this long after its slot began, a late ticket keeps its place, plus <paramref name="PlacesBehind"/>.</param>
/// <param name="CallCycle">The lines in the order they are called; a line without anybody waiting is passed over.</param>
/// <param name="ServiceTime">How long serving one ticket takes, until the day's own speed is known.</param>
/// <param name="WhenChanged">What happens to bookings that a change of the calendar breaks.</param>
public sealed record PickupRules(
    TimeSpan SlotLength,
    int Counters,
    int Capacity,
    int KeptForWalkIns,
    int KeptForPriority,
    int HorizonDays,
    TimeSpan LeadTime,
    TimeSpan HoldTime,
    TimeSpan OfferTime,
    int PlacesPerPhone,
    int NoShowsBeforePause,
    TimeSpan NoShowMemory,
    TimeSpan Pause,
    TimeSpan Early,
    TimeSpan Grace,
    int PlacesBehind,
    ImmutableArray<Line> CallCycle,
    TimeSpan ServiceTime,
    WhenChanged WhenChanged)
{
    public static readonly PickupRules Usual = new(
        SlotLength: TimeSpan.FromMinutes(30),
        Counters: 4,
        Capacity: 20,
        KeptForWalkIns: 4,
        KeptForPriority: 2,
        HorizonDays: 14,
        LeadTime: TimeSpan.FromMinutes(30),
        HoldTime: TimeSpan.FromMinutes(5),
        OfferTime: TimeSpan.FromMinutes(10),
        PlacesPerPhone: 5,
        NoShowsBeforePause: 2,
        NoShowMemory: TimeSpan.FromDays(30),
        Pause: TimeSpan.FromDays(7),
        Early: TimeSpan.FromMinutes(30),
        Grace: TimeSpan.FromMinutes(15),
        PlacesBehind: 3,
        CallCycle: [Line.Booked, Line.Priority, Line.Booked, Line.WalkIn],
        ServiceTime: TimeSpan.FromMinutes(6),
        WhenChanged: WhenChanged.Move);

    /// <summary>Places of a slot that anybody may book.</summary>
    public int Open => Capacity - KeptForWalkIns - KeptForPriority;

    public bool Equals(PickupRules? other) =>
        other is not null && CallCycle.SequenceEqual(other.CallCycle)
        && (this with { CallCycle = [] }).Same(other with { CallCycle = [] });

    public override int GetHashCode() => HashCode.Combine(SlotLength, Counters, Capacity, HorizonDays);

    private bool Same(PickupRules other) =>
        (SlotLength, Counters, Capacity, KeptForWalkIns, KeptForPriority, HorizonDays, LeadTime, HoldTime, OfferTime, PlacesPerPhone)
        == (other.SlotLength, other.Counters, other.Capacity, other.KeptForWalkIns, other.KeptForPriority, other.HorizonDays,
            other.LeadTime, other.HoldTime, other.OfferTime, other.PlacesPerPhone)
        && (NoShowsBeforePause, NoShowMemory, Pause, Early, Grace, PlacesBehind, ServiceTime, WhenChanged)
        == (other.NoShowsBeforePause, other.NoShowMemory, other.Pause, other.Early, other.Grace, other.PlacesBehind,
            other.ServiceTime, other.WhenChanged);
}

/// <summary>The lines of the hall. Their letters stand on the tickets: A-041, B-007, P-003.</summary>
public enum Line
{
    /// <summary>With a booking, in the order of the slots.</summary>
    Booked = 1,

    /// <summary>Came without one, or too late for it, in the order of arrival.</summary>
    WalkIn = 2,

    /// <summary>60+, disabled, pregnant, with small children.</summary>
    Priority = 3,
}

/// <summary>An office's rule for bookings whose slot is no more.</summary>
public enum WhenChanged
{
    /// <summary>To the nearest free slot of the same day if there is one; cancelled otherwise.</summary>
    Move = 1,

    Cancel = 2,
}
