using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>What a pickup day answers. Closed. A refusal is an answer, never an exception.</summary>
public abstract record PickupAnswer
{
    private PickupAnswer()
    {
    }

    public sealed record Booked(BookingView Booking) : PickupAnswer;

    public sealed record Ended(BookingCode Code, BookingEnd Why) : PickupAnswer;

    /// <param name="Place">Counted from 1.</param>
    public sealed record Waits(int Place, int Of) : PickupAnswer;

    public sealed record Done : PickupAnswer
    {
        public static readonly Done Now = new();
    }

    /// <summary>The slots in which so many places, in this slot and those right after it, are free; none when the day is full or closed.</summary>
    public sealed record Free(PickupDayId Day, bool IsClosed, ImmutableArray<FreeSlot> Slots, int Waiting) : PickupAnswer
    {
        public bool Equals(Free? other) =>
            other is not null && Day == other.Day && IsClosed == other.IsClosed && Slots.SequenceEqual(other.Slots) && Waiting == other.Waiting;

        public override int GetHashCode() => HashCode.Combine(Day, Slots.Length);
    }

    public sealed record Bookings(ImmutableArray<BookingView> All) : PickupAnswer
    {
        public bool Equals(Bookings? other) => other is not null && All.SequenceEqual(other.All);

        public override int GetHashCode() => All.Length;
    }

    public sealed record Ticket(TicketView View) : PickupAnswer;

    public sealed record AtCounter(int Counter, TicketView? View) : PickupAnswer;

    public sealed record Hall(HallView View) : PickupAnswer;

    /// <param name="Other">The booking that stands in the way, where one does.</param>
    public sealed record Refused(PickupRefusal Why, BookingAt? Other = null) : PickupAnswer;
}

/// <summary>
/// In the place of an answer: the command may not be durable, or could not be decided, so it was not acted on. Whoever sent it sends it
/// again, and it is taken once.
/// </summary>
public sealed record PickupFailed
{
    public static readonly PickupFailed Now = new();

    private PickupFailed()
    {
    }
}

/// <summary>A pickup day could not say what became of a command.</summary>
public sealed class PickupFailedException() : Exception("The pickup day could not say what became of the command; send it again");

/// <summary>Why a pickup day says no.</summary>
public enum PickupRefusal
{
    /// <summary>No such booking, ticket or waitlist entry on this day; or it has ended.</summary>
    NotFound = 1,

    /// <summary>The places are taken.</summary>
    Full = 2,

    /// <summary>The office is closed that day, or the slot is not in its calendar.</summary>
    NoSuchSlot = 3,

    /// <summary>The slot, or the day, is over or begins too soon, or lies beyond the horizon.</summary>
    TooLate = 4,

    TooFarAhead = 5,

    /// <summary>One of the applications has a live booking already.</summary>
    AlreadyBooked = 6,

    /// <summary>The conversation has as many places as one phone may have.</summary>
    TooMany = 7,

    /// <summary>The hold or offer lapsed before it was confirmed.</summary>
    Lapsed = 8,

    /// <summary>The day still has free places: no waitlist is needed.</summary>
    NotFull = 9,

    /// <summary>No more walk-in tickets today.</summary>
    NoWalkIns = 10,

    /// <summary>There is no counter of this number, or it is closed.</summary>
    NoSuchCounter = 11,

    /// <summary>The counter has nobody in front of it.</summary>
    CounterFree = 12,

    /// <summary>The counter must finish its ticket first.</summary>
    CounterBusy = 13,

    /// <summary>It is not the day of the booking, or not within the hours of the hall.</summary>
    NotToday = 14,

    /// <summary>Claims cannot be read or written now.</summary>
    NotAvailable = 15,
}

/// <summary>A slot with room for all the places that were asked for.</summary>
/// <param name="Places">How many are free in this slot itself.</param>
public readonly record struct FreeSlot(TimeOnly From, TimeOnly To, int Places);

/// <summary>A booking as others may see it.</summary>
/// <param name="Until">When the hold or the offer lapses; null once confirmed.</param>
/// <param name="Ticket">Once drawn.</param>
public sealed record BookingView(
    BookingAt At,
    BookingStage Stage,
    ImmutableArray<Seat> Seats,
    bool Priority,
    Collector? Collector,
    DateTimeOffset? Until,
    TicketNumber? Ticket)
{
    public bool Equals(BookingView? other) =>
        other is not null && At == other.At && Stage == other.Stage && Seats.SequenceEqual(other.Seats) && Priority == other.Priority
        && Collector == other.Collector && Until == other.Until && Ticket == other.Ticket;

    public override int GetHashCode() => HashCode.Combine(At, Stage);
}

/// <param name="Ahead">Tickets that will be called before it, by today's order; 0 when it is called, held or done.</param>
/// <param name="Wait">Null when it is not waiting.</param>
/// <param name="Code">Of its booking, when it has one.</param>
/// <param name="Late">It was drawn after its slot began: within the grace it lost places, after it it is a walk-in.</param>
public sealed record TicketView(
    TicketNumber Number, TicketStage Stage, Line Line, int? Counter, int Ahead, WaitEstimate? Wait, BookingCode? Code, Lateness Late, int Calls);

/// <summary>A range, because a point would be a lie.</summary>
public readonly record struct WaitEstimate(TimeSpan From, TimeSpan To);

public enum Lateness
{
    OnTime = 1,
    WithinGrace = 2,
    Missed = 3,
}

/// <summary>The hall at one moment. No personal data: it is shown on the wall.</summary>
/// <param name="Next">The tickets that come next, in order, at most twelve.</param>
/// <param name="Waiting">How many wait, per line.</param>
public sealed record HallView(
    PickupDayId Day,
    long Version,
    ImmutableArray<CounterView> Counters,
    ImmutableArray<TicketNumber> Next,
    ImmutableSortedDictionary<Line, int> Waiting,
    ImmutableArray<TicketNumber> OnHold,
    WaitEstimate? WaitOfANewcomer)
{
    public bool Equals(HallView? other) =>
        other is not null && Day == other.Day && Version == other.Version && Counters.SequenceEqual(other.Counters)
        && Next.SequenceEqual(other.Next) && Waiting.SequenceEqual(other.Waiting) && OnHold.SequenceEqual(other.OnHold)
        && WaitOfANewcomer == other.WaitOfANewcomer;

    public override int GetHashCode() => HashCode.Combine(Day, Version);
}

/// <param name="Calls">How often its ticket was called: a higher number is a new call, and sounds.</param>
public readonly record struct CounterView(int Counter, bool IsOpen, TicketNumber? Ticket, int Calls, DateTimeOffset? CalledAt);
