using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>What happened on a pickup day. These are the journal: see <c>Wire/pickup.proto</c> before you change one.</summary>
public interface IPickupEvent;

/// <summary>Everything that commands decided together, in one write.</summary>
/// <param name="Errands">Newly owed, numbered from <paramref name="FirstErrand"/> on.</param>
/// <param name="Done">Numbers of errands that are no longer owed.</param>
public sealed record DayChanged(
    DateTimeOffset At,
    ImmutableArray<DayFact> Facts,
    ImmutableArray<Errand> Errands,
    long FirstErrand,
    ImmutableArray<long> Done) : IPickupEvent
{
    public bool Equals(DayChanged? other) =>
        other is not null && At == other.At && Facts.SequenceEqual(other.Facts) && Errands.SequenceEqual(other.Errands)
        && FirstErrand == other.FirstErrand && Done.SequenceEqual(other.Done);

    public override int GetHashCode() => HashCode.Combine(At, Facts.Length, FirstErrand);
}

/// <summary>One thing that changed. Closed: bookings here, the hall in <c>Hall/HallFacts.cs</c>.</summary>
public abstract partial record DayFact
{
    private DayFact()
    {
    }

    /// <summary>Places are taken by a hold or an offer.</summary>
    public sealed record Taken(
        BookingCode Code,
        ulong Request,
        ConversationId? Conversation,
        ImmutableArray<Seat> Seats,
        bool Priority,
        BookingStage Stage,
        DateTimeOffset Until,
        BookingAt? Moves) : DayFact
    {
        public bool Equals(Taken? other) =>
            other is not null && Code == other.Code && Request == other.Request && Conversation == other.Conversation
            && Seats.SequenceEqual(other.Seats) && Priority == other.Priority && Stage == other.Stage && Until == other.Until
            && Moves == other.Moves;

        public override int GetHashCode() => HashCode.Combine(Code, Request, Until);
    }

    public sealed record Confirmed(BookingCode Code, Collector Collector) : DayFact;

    public sealed record CollectorChanged(BookingCode Code, Collector Collector) : DayFact;

    public sealed record Ended(BookingCode Code, BookingEnd Why) : DayFact;

    /// <summary>The calendar changed: the booking has these places now.</summary>
    public sealed record Reseated(BookingCode Code, ImmutableArray<Seat> Seats) : DayFact
    {
        public bool Equals(Reseated? other) => other is not null && Code == other.Code && Seats.SequenceEqual(other.Seats);

        public override int GetHashCode() => HashCode.Combine(Code, Seats.Length);
    }

    public sealed record WaitlistJoined(Waiting Who) : DayFact;

    public sealed record WaitlistLeft(ConversationId Conversation) : DayFact;

    /// <summary>What these conversations had of the day is another's: they became one.</summary>
    public sealed record HandsChanged(ImmutableArray<ConversationId> From, ConversationId To) : DayFact
    {
        public bool Equals(HandsChanged? other) => other is not null && From.SequenceEqual(other.From) && To == other.To;

        public override int GetHashCode() => HashCode.Combine(From.Length, To);
    }
}
