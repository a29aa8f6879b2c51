using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>The hall of one day: tickets drawn, counters, and how fast they are.</summary>
public sealed record Hall
{
    public static readonly Hall Empty = new();

    public ImmutableDictionary<TicketNumber, Ticket> Tickets { get; init; } = ImmutableDictionary<TicketNumber, Ticket>.Empty;

    public ImmutableSortedDictionary<int, Counter> Counters { get; init; } = ImmutableSortedDictionary<int, Counter>.Empty;

    /// <summary>The last number drawn in each line.</summary>
    public ImmutableSortedDictionary<Line, int> LastNumbers { get; init; } = ImmutableSortedDictionary<Line, int>.Empty;

    /// <summary>Where in the office's call cycle the next call begins.</summary>
    public int CycleAt { get; init; }

    /// <summary>How long the last <see cref="ServiceTimesKept"/> tickets kept a counter, each from its last call on; newest last.</summary>
    public ImmutableArray<TimeSpan> ServiceTimes { get; init; } = [];

    /// <summary>What each request did, so that asking twice is answered once. Null: it touched no ticket.</summary>
    public ImmutableDictionary<ulong, TicketNumber?> Requests { get; init; } = ImmutableDictionary<ulong, TicketNumber?>.Empty;

    /// <summary>Counts up with everything that changes what the board shows.</summary>
    public long Version { get; init; }

    public const int ServiceTimesKept = 40;
}

/// <param name="Rank">Its order within its line: lower comes first. See <c>LineOrder</c>.</param>
/// <param name="Calls">How often it was called.</param>
/// <param name="ReservedFor">A counter it was transferred to, and that calls it next.</param>
/// <param name="Nudged">Its applicant was told that five are before it.</param>
public sealed record Ticket(
    TicketNumber Number,
    Line Line,
    long Rank,
    DateTimeOffset DrawnAt,
    TicketStage Stage,
    BookingCode? Booking,
    ConversationId? Conversation,
    Lateness Late,
    int? Counter,
    int? ReservedFor,
    int Calls,
    bool Nudged);

public enum TicketStage
{
    Waiting = 1,
    Called = 2,

    /// <summary>Put aside by the counter; keeps its number.</summary>
    OnHold = 3,
    Served = 4,
    NoShow = 5,
}

/// <param name="Ticket">The one in front of it.</param>
public sealed record Counter(int Number, bool IsOpen, TicketNumber? Ticket, DateTimeOffset? CalledAt);
