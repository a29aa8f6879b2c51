using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>
/// What a conversation remembers of collecting passports: what was proven here, and what the pickup days last said. The days
/// decide; this is how the applicant is recognised when coming back to it.
/// </summary>
public sealed record PickupFile
{
    public static readonly PickupFile Empty = new();

    /// <summary>Applications proven by number and birth date, the last one last.</summary>
    public ImmutableArray<ProvenApplication> Proven { get; init; } = [];

    /// <summary>Holds, offers and bookings that were live when last heard of, by day.</summary>
    public ImmutableArray<BookingView> Bookings { get; init; } = [];

    /// <summary>The full days whose waitlist this conversation stands in.</summary>
    public ImmutableArray<PickupDayId> Waits { get; init; } = [];

    /// <summary>Tickets drawn and not yet served, with or without a booking.</summary>
    public ImmutableArray<DrawnTicket> Tickets { get; init; } = [];

    /// <summary>When bookings were missed, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> NoShows { get; init; } = [];

    /// <summary>When wrong door codes came, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> WrongDoorCodes { get; init; } = [];

    /// <summary>The last visit, until it is rated.</summary>
    public DrawnTicket? Unrated { get; init; }

    public bool RemindersStopped { get; init; }

    /// <summary>What a notice told the applicant, and so is known here too.</summary>
    public PickupFile After(Notice notice, DateTimeOffset at) => PickupMemory.After(this, notice, at);

    /// <summary>What is known here already, was stopped, or is taken care of need not be told.</summary>
    public bool MakesNeedless(Notice notice) => notice switch
    {
        Notice.TicketDrawn drawn => Tickets.Any(known => known.Day == drawn.Day && known.Number == drawn.Ticket.Number),
        Notice.CollectionDue due => RemindersStopped || Bookings.Any(booking =>
            booking.Stage == BookingStage.Confirmed && booking.Seats.Any(seat => seat.Application == due.Application)),
        _ => RemindersStopped && notice.IsReminder,
    };

    public BookingView? Booking(BookingAt at) => Bookings.FirstOrDefault(booking => booking.At == at);

    public ProvenApplication? Application(ApplicationNumber number) => Proven.FirstOrDefault(proven => proven.Number == number);

    public bool Equals(PickupFile? other) =>
        other is not null
        && Proven.SequenceEqual(other.Proven) && Bookings.SequenceEqual(other.Bookings) && Waits.SequenceEqual(other.Waits)
        && Tickets.SequenceEqual(other.Tickets) && NoShows.SequenceEqual(other.NoShows)
        && WrongDoorCodes.SequenceEqual(other.WrongDoorCodes) && Unrated == other.Unrated && RemindersStopped == other.RemindersStopped;

    public override int GetHashCode() => HashCode.Combine(Proven.Length, Bookings.Length, Waits.Length, Unrated, RemindersStopped);
}

/// <summary>An application whose number and birth date were given together.</summary>
/// <param name="ReadyOn">The day the passport became ready: the days to collect it run from here.</param>
/// <param name="IsMinor">Under 17 at the time: a parent collects.</param>
public sealed record ProvenApplication(
    ApplicationNumber Number, Applications.Stage Stage, DateOnly? ReadyOn, string Initials, bool IsMinor, DateTimeOffset At);

/// <param name="Code">Of its booking, when it has one.</param>
public sealed record DrawnTicket(PickupDayId Day, TicketNumber Number, BookingCode? Code);
