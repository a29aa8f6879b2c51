using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Reminders;

/// <summary>What an event means for the reminders. Applying one twice is the same as once. Closed.</summary>
public abstract record ReminderChange
{
    private ReminderChange()
    {
    }

    /// <summary>Places are held or offered: nothing to remind of yet, but who has them must be known when they are confirmed.</summary>
    public sealed record BookingTaken(BookingAt Booking, ConversationId Conversation, TimeOnly Slot) : ReminderChange;

    public sealed record BookingConfirmed(BookingAt Booking, DateTimeOffset At) : ReminderChange;

    public sealed record BookingReseated(BookingAt Booking, TimeOnly Slot, DateTimeOffset At) : ReminderChange;

    public sealed record BookingEnded(BookingAt Booking) : ReminderChange;

    /// <summary>A conversation proved that an application is its own: from now on it is told.</summary>
    /// <param name="ReadyOn">As it was told in the chat; null while it is not ready.</param>
    public sealed record ApplicationWatched(
        ApplicationNumber Application, ConversationId Conversation, DateOnly? ReadyOn, DateTimeOffset At) : ReminderChange;

    /// <summary>The passport was handed over.</summary>
    public sealed record ApplicationCollected(ApplicationNumber Application) : ReminderChange;
}
