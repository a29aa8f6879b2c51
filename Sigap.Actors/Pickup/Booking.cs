using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>Places for the applications of one conversation on one day.</summary>
/// <param name="Request">Who asked twice is given the same booking.</param>
/// <param name="Until">When the hold or the offer lapses; null once confirmed.</param>
/// <param name="Moves">The booking this one replaces once it is confirmed.</param>
/// <param name="Ended">Why it is over; null while it lives. Ended bookings are remembered, so that asking again is answered truly.</param>
public sealed record Booking(
    BookingCode Code,
    ulong Request,
    ConversationId? Conversation,
    ImmutableArray<Seat> Seats,
    bool Priority,
    BookingStage Stage,
    DateTimeOffset? Until,
    Collector? Collector,
    BookingAt? Moves,
    TicketNumber? Ticket,
    BookingEnd? Ended)
{
    /// <summary>Counts the bookings of its day in the order they were made.</summary>
    public int Order { get; init; }

    public bool IsLive => Ended is null;

    public TimeOnly From => Seats[0].Slot;

    public IEnumerable<ApplicationNumber> Applications => Seats.Select(seat => seat.Application);

    internal IEnumerable<Place> Places => Seats.Select(seat => new Place(seat.Slot, seat.Kept));

    internal ImmutableArray<Seat> SeatsAt(IEnumerable<Place> places) =>
        [.. Applications.Zip(places, (application, place) => new Seat(application, place.Slot, place.Kept))];

    public bool Equals(Booking? other) =>
        other is not null && Code == other.Code && Request == other.Request && Conversation == other.Conversation
        && Seats.SequenceEqual(other.Seats) && Priority == other.Priority && Stage == other.Stage && Until == other.Until
        && Collector == other.Collector && Moves == other.Moves && Ticket == other.Ticket && Ended == other.Ended
        && Order == other.Order;

    public override int GetHashCode() => HashCode.Combine(Code, Stage, Ended);
}

/// <summary>One passport's place. <paramref name="Kept"/>: it is one of those kept for the priority groups.</summary>
public readonly record struct Seat(ApplicationNumber Application, TimeOnly Slot, bool Kept);

public enum BookingStage
{
    /// <summary>Kept for a few minutes while the applicant decides.</summary>
    Held = 1,

    /// <summary>Offered to the first of the waitlist.</summary>
    Offered = 2,

    Confirmed = 3,
}

/// <summary>Who comes to the counter: decides which papers are needed.</summary>
public enum Collector
{
    Applicant = 1,

    /// <summary>Somebody on the same family card (KK).</summary>
    Family = 2,

    /// <summary>Anybody else, with a stamped letter of authority.</summary>
    Proxy = 3,
}

/// <summary>How a booking ends.</summary>
public enum BookingEnd
{
    /// <summary>Its applicant gave it back.</summary>
    GivenBack = 1,

    /// <summary>The hold or the offer was not confirmed in time.</summary>
    Lapsed = 2,

    /// <summary>Replaced by another booking of the same applicant.</summary>
    Moved = 3,

    /// <summary>The calendar changed and there was no other place.</summary>
    OfficeClosed = 4,

    /// <summary>Taken back by an officer.</summary>
    ByOfficer = 5,

    Served = 6,

    NoShow = 7,
}

/// <summary>Somebody who waits for a place on a full day.</summary>
public sealed record Waiting(ulong Request, ConversationId Conversation, ImmutableArray<ApplicationNumber> Applications, bool Priority)
{
    public bool Equals(Waiting? other) =>
        other is not null && Request == other.Request && Conversation == other.Conversation
        && Applications.SequenceEqual(other.Applications) && Priority == other.Priority;

    public override int GetHashCode() => HashCode.Combine(Request, Conversation);
}
