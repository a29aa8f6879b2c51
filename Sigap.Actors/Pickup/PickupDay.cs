using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>The state of one office on one date: everything folded from its events. The single writer of its places.</summary>
public sealed record PickupDay
{
    public static readonly PickupDay Origin = new();

    /// <summary>Live and ended ones, by code.</summary>
    public ImmutableDictionary<BookingCode, Booking> Bookings { get; init; } = ImmutableDictionary<BookingCode, Booking>.Empty;

    /// <summary>Places taken per slot by live bookings.</summary>
    public ImmutableSortedDictionary<TimeOnly, SlotLoad> Load { get; init; } = ImmutableSortedDictionary<TimeOnly, SlotLoad>.Empty;

    /// <summary>The booking that each application of a live booking has.</summary>
    public ImmutableDictionary<ApplicationNumber, BookingCode> Applications { get; init; } =
        ImmutableDictionary<ApplicationNumber, BookingCode>.Empty;

    /// <summary>The booking each request made, so that asking twice is answered once.</summary>
    public ImmutableDictionary<ulong, BookingCode> Requests { get; init; } = ImmutableDictionary<ulong, BookingCode>.Empty;

    /// <summary>First come first.</summary>
    public ImmutableArray<Waiting> Waitlist { get; init; } = [];

    /// <summary>Requests whose wait is over: coming again late, they do not bring back who has left.</summary>
    public ImmutableHashSet<ulong> WaitsOver { get; init; } = [];

    public Hall Hall { get; init; } = Hall.Empty;

    /// <summary>What this day still has to tell others, oldest first; repeated until they acknowledge.</summary>
    public ImmutableArray<OwedErrand> Errands { get; init; } = [];

    public long LastErrand { get; init; }
}

/// <summary>Places of one slot that live bookings take: open ones, and ones kept for the priority groups.</summary>
public readonly record struct SlotLoad(int Open, int Kept);

/// <summary>Something to do elsewhere, done when <see cref="DayChanged.Done"/> names its number.</summary>
public sealed record OwedErrand(long Number, Errand Errand, DateTimeOffset Since);

/// <summary>What a pickup day asks of others once its own change is written. Each may be done twice. Closed.</summary>
public abstract record Errand
{
    private Errand()
    {
    }

    /// <summary>Tell an applicant something. Worthless after <paramref name="ValidUntil"/>.</summary>
    public sealed record Tell(ConversationId To, Conversations.Notice Notice, DateTimeOffset ValidUntil) : Errand;

    /// <summary>End a booking of this or another day that was replaced.</summary>
    public sealed record End(BookingAt Booking, BookingEnd Why) : Errand;

    /// <summary>These applications are free to be booked elsewhere.</summary>
    /// <param name="BackTo">The booking that was to be moved and lives on: the claims go back to it.</param>
    public sealed record Release(BookingAt Booking, ImmutableArray<ApplicationNumber> Applications, BookingAt? BackTo) : Errand
    {
        public bool Equals(Release? other) =>
            other is not null && Booking == other.Booking && Applications.SequenceEqual(other.Applications) && BackTo == other.BackTo;

        public override int GetHashCode() => HashCode.Combine(Booking, Applications.Length);
    }
}
