using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Reminders;

namespace Sigap.Projections;

/// <summary>A change of the read tables that follows from an event. Applying one twice is the same as once. Closed.</summary>
public abstract record ReadChange
{
    private ReadChange()
    {
    }

    /// <summary>A reply is owed: should its node die, the sweep finds it here.</summary>
    public sealed record ReplyOwed(ConversationId Conversation, long Number, DateTimeOffset Since) : ReadChange;

    public sealed record ReplyNoLongerOwed(ConversationId Conversation, long Number) : ReadChange;

    public sealed record FeedbackStored(
        string Reference, ConversationId Conversation, FeedbackCategory Category, string Text, DateTimeOffset At) : ReadChange;

    public sealed record FeedbackRated(string Reference, int Rating) : ReadChange;

    public sealed record ServiceRated(
        PickupDayId Day, TicketNumber Ticket, ConversationId Conversation, int Rating, DateTimeOffset At) : ReadChange;

    public sealed record OfficerRequestStored(string Reference, ConversationId Conversation, string Text, DateTimeOffset At) : ReadChange;

    /// <summary>Something to remind of was made, moved or ended.</summary>
    public sealed record Reminded(ReminderChange Change) : ReadChange;

    /// <summary>Who is who.</summary>
    public sealed record Identified(IdentityReadChange Change) : ReadChange;

    /// <summary>Something of a pickup day.</summary>
    public sealed record Pickup(PickupReadChange Change) : ReadChange;
}
