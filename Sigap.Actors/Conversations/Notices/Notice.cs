using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>Something an applicant is told without having asked just now. Closed.</summary>
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>The hold was not confirmed in time.</summary>
    public sealed record HoldLapsed(BookingAt Booking) : Notice;

    /// <summary>A place of a full day is offered until then.</summary>
    public sealed record PlaceOffered(BookingView Booking) : Notice;

    /// <summary>The offer lapsed, or was declined; who waits on has gone to the end of the list.</summary>
    public sealed record OfferLapsed(BookingAt Booking) : Notice;

    /// <summary>The day is near or over: the waitlist is closed.</summary>
    public sealed record WaitlistClosed(PickupDayId Day) : Notice;

    /// <summary>The calendar changed: the booking has other places on the same day.</summary>
    public sealed record BookingMoved(BookingView Booking) : Notice;

    /// <summary>The booking is over without its applicant's doing: the office is closed, or an officer took it back.</summary>
    public sealed record BookingCancelled(BookingAt Booking, BookingEnd Why) : Notice;

    /// <summary>A ticket was drawn elsewhere than in this chat: at the kiosk or the counter.</summary>
    public sealed record TicketDrawn(TicketView Ticket, PickupDayId Day) : Notice;

    /// <summary>Few are before it.</summary>
    public sealed record TurnNear(TicketView Ticket, PickupDayId Day) : Notice;

    public sealed record Called(TicketNumber Ticket, PickupDayId Day, int Counter, int Calls) : Notice;

    /// <summary>Called and did not come.</summary>
    public sealed record Missed(TicketNumber Ticket, PickupDayId Day, BookingCode? Code) : Notice;

    /// <summary>The hall closed, and nobody had come for the booking.</summary>
    public sealed record NotSeen(BookingAt Booking, TimeOnly Slot) : Notice;

    /// <summary>The passports were handed over: thanks, and a rating.</summary>
    public sealed record Served(TicketNumber Ticket, PickupDayId Day, BookingCode? Code, ImmutableArray<ApplicationNumber> Applications) : Notice
    {
        public bool Equals(Served? other) =>
            other is not null && Ticket == other.Ticket && Day == other.Day && Code == other.Code && Applications.SequenceEqual(other.Applications);

        public override int GetHashCode() => HashCode.Combine(Ticket, Day);
    }

    /// <summary>A booking comes near. <paramref name="SameDay"/>: two hours before; otherwise the day before.</summary>
    public sealed record BookingNear(BookingAt Booking, TimeOnly Slot, bool SameDay) : Notice;

    /// <summary>A passport waits to be collected. <paramref name="Day"/>: days since it was ready.</summary>
    public sealed record CollectionDue(ApplicationNumber Application, int Day, DateOnly ReadyOn) : Notice;

    /// <summary>True for what "stop" ends: reminders. What belongs to a booking made or a ticket drawn goes on.</summary>
    public bool IsReminder => this is BookingNear or CollectionDue;
}

/// <summary>Tells a conversation a notice. Answered with <see cref="Notified"/> once it is durable; the same id changes nothing the second time.</summary>
/// <param name="Id">Fingerprint of what names the notice.</param>
/// <param name="ValidUntil">Not sent after it.</param>
public sealed record Notify(ConversationId Conversation, ulong Id, Notice Notice, DateTimeOffset ValidUntil) : IConversationCommand
{
    /// <summary>How often it was passed on to another conversation.</summary>
    public int Hops { get; init; }
}

/// <summary>The notice is durable, or was before, or is not wanted.</summary>
public sealed record Notified(bool Again)
{
    public static readonly Notified Now = new(false);
    public static readonly Notified Before = new(true);
}
