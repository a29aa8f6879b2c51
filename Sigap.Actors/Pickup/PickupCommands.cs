using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>Goes to a pickup day, through the shard region.</summary>
public interface IWithPickupDay
{
    PickupDayId Day { get; }
}

/// <summary>
/// What a pickup day may be asked to do. Each may arrive twice: <c>Request</c> names the asking (the fingerprint of a message,
/// the hash of an idempotency key), and the same request is answered the same way without anything happening again.
/// </summary>
public interface IPickupCommand : IWithPickupDay;

/// <summary>What can be read of a pickup day. Answered from memory, without a write.</summary>
public interface IPickupQuery : IWithPickupDay;

/// <summary>Places for these applications from a slot on, in this slot and those right after it. Answered with <see cref="PickupAnswer.Booked"/>.</summary>
/// <param name="Conversation">Null for a booking an officer makes at the counter.</param>
/// <param name="Slot">Null for the earliest that fits.</param>
/// <param name="Moves">The booking this one is to replace, on this day or another: it ends when the new one is confirmed.</param>
public sealed record HoldPlaces(
    PickupDayId Day,
    ulong Request,
    ConversationId? Conversation,
    ImmutableArray<ApplicationNumber> Applications,
    TimeOnly? Slot,
    bool Priority,
    BookingAt? Moves = null) : IPickupCommand
{
    public bool Equals(HoldPlaces? other) =>
        other is not null && Day == other.Day && Request == other.Request && Conversation == other.Conversation
        && Applications.SequenceEqual(other.Applications) && Slot == other.Slot && Priority == other.Priority && Moves == other.Moves;

    public override int GetHashCode() => HashCode.Combine(Day, Request);
}

/// <summary>Makes a hold, or an offer of the waitlist, a booking. Answered with <see cref="PickupAnswer.Booked"/>.</summary>
public sealed record ConfirmBooking(PickupDayId Day, BookingCode Code, Collector Collector) : IPickupCommand;

/// <summary>Says who will collect, of a booking that is confirmed already.</summary>
public sealed record ChangeCollector(PickupDayId Day, BookingCode Code, Collector Collector) : IPickupCommand;

/// <summary>Gives the places back: a hold, an offer or a booking. Answered with <see cref="PickupAnswer.Ended"/>, also when it had ended before.</summary>
public sealed record EndBooking(PickupDayId Day, BookingCode Code, BookingEnd Why) : IPickupCommand;

/// <summary>A place in the waitlist of a full day. Answered with <see cref="PickupAnswer.Waits"/>.</summary>
public sealed record JoinWaitlist(
    PickupDayId Day, ulong Request, ConversationId Conversation, ImmutableArray<ApplicationNumber> Applications, bool Priority) : IPickupCommand
{
    public bool Equals(JoinWaitlist? other) =>
        other is not null && Day == other.Day && Request == other.Request && Conversation == other.Conversation
        && Applications.SequenceEqual(other.Applications) && Priority == other.Priority;

    public override int GetHashCode() => HashCode.Combine(Day, Request);
}

public sealed record LeaveWaitlist(PickupDayId Day, ConversationId Conversation) : IPickupCommand;

/// <summary>
/// Conversations of one person became one: what they have of the day is that one's. Answered with <see cref="PickupAnswer.Done"/>.
/// </summary>
public sealed record ChangeHands(PickupDayId Day, ImmutableArray<ConversationId> From, ConversationId To) : IPickupCommand
{
    public bool Equals(ChangeHands? other) => other is not null && Day == other.Day && From.SequenceEqual(other.From) && To == other.To;

    public override int GetHashCode() => HashCode.Combine(Day, From.Length, To);
}

/// <summary>The calendar has changed: bookings it breaks are moved or cancelled by the office's rule, and their applicants told.</summary>
public sealed record ReviewDay(PickupDayId Day) : IPickupCommand;

/// <summary>What is due now: holds and offers that lapse, freed places that can be offered.</summary>
/// <param name="Written">The newest number in the day's journal. A day that does not know it reads its journal anew.</param>
public sealed record TakeStock(PickupDayId Day, long Written = 0) : IPickupCommand;

/// <summary>The days' free places for so many applications. Answered with <see cref="PickupAnswer.Free"/>.</summary>
/// <param name="Besides">A booking whose own places count as free: it is to be moved.</param>
public sealed record GetFree(PickupDayId Day, int Places, bool Priority, BookingCode? Besides = null) : IPickupQuery;

/// <summary>Answered with <see cref="PickupAnswer.Booked"/>, or refused as not found.</summary>
public sealed record GetBooking(PickupDayId Day, BookingCode Code) : IPickupQuery;

/// <summary>Every live booking of the day, for the counter. Answered with <see cref="PickupAnswer.Bookings"/>.</summary>
public sealed record GetBookings(PickupDayId Day) : IPickupQuery;

/// <summary>Answered with <see cref="PickupAnswer.Waits"/>, or refused as not found.</summary>
public sealed record GetWaitlistPlace(PickupDayId Day, ConversationId Conversation) : IPickupQuery;

/// <summary>A booking by its day and code.</summary>
public readonly record struct BookingAt(PickupDayId Day, BookingCode Code);
