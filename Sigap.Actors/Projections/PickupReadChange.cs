using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Projections;

/// <summary>A change of the read tables that follows from an event of a pickup day. Applying one twice is the same as once. Closed.</summary>
public abstract record PickupReadChange
{
    private PickupReadChange()
    {
    }

    public abstract record OfBooking(BookingAt Booking, DateTimeOffset At) : PickupReadChange;

    public sealed record Taken(
        BookingAt Booking, ConversationId? Conversation, TimeOnly Slot, int Places, bool Priority, BookingStage Stage, DateTimeOffset At)
        : OfBooking(Booking, At);

    public sealed record Confirmed(BookingAt Booking, DateTimeOffset At) : OfBooking(Booking, At);

    public sealed record Reseated(BookingAt Booking, TimeOnly Slot, DateTimeOffset At) : OfBooking(Booking, At);

    public sealed record Ended(BookingAt Booking, BookingEnd Why, DateTimeOffset At) : OfBooking(Booking, At);

    public sealed record WaitlistJoined(PickupDayId Day, ConversationId Conversation, int Places, DateTimeOffset At) : PickupReadChange;

    public sealed record WaitlistLeft(PickupDayId Day, ConversationId Conversation) : PickupReadChange;

    /// <summary>What these conversations had of the day is another's.</summary>
    public sealed record HandsChanged(PickupDayId Day, ImmutableArray<ConversationId> From, ConversationId To) : PickupReadChange;

    /// <summary>An errand is owed: should the day's node die, its day is found by it.</summary>
    public sealed record ErrandOwed(PickupDayId Day, long Number) : PickupReadChange;

    public sealed record ErrandDone(PickupDayId Day, long Number) : PickupReadChange;
}
