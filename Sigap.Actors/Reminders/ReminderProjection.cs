using Sigap.Conversations;
using Sigap.Pickup;

namespace Sigap.Reminders;

/// <summary>
/// What events mean for the reminders. Pure. Bookings follow the pickup days, not the conversations: the day has the last word on
/// them, also when an office moves or ends one and the notice of it never arrives.
/// </summary>
public static class ReminderProjection
{
    public static IEnumerable<ReminderChange> Of(PickupDayId day, IPickupEvent happened) => happened switch
    {
        DayChanged changed => changed.Facts.Select(fact => Of(day, fact, changed.At)).OfType<ReminderChange>(),
        _ => [],
    };

    public static IEnumerable<ReminderChange> Of(IConversationEvent happened) => happened switch
    {
        NoticeTaken { Notice: Notice.Served served } =>
            served.Applications.Select(application => new ReminderChange.ApplicationCollected(application)),
        _ => [],
    };

    private static ReminderChange? Of(PickupDayId day, DayFact fact, DateTimeOffset at) => fact switch
    {
        DayFact.Taken { Conversation: { } conversation } taken =>
            new ReminderChange.BookingTaken(new BookingAt(day, taken.Code), conversation, taken.Seats.Min(seat => seat.Slot)),
        DayFact.Confirmed confirmed => new ReminderChange.BookingConfirmed(new BookingAt(day, confirmed.Code), at),
        DayFact.Reseated reseated =>
            new ReminderChange.BookingReseated(new BookingAt(day, reseated.Code), reseated.Seats.Min(seat => seat.Slot), at),
        DayFact.Ended ended => new ReminderChange.BookingEnded(new BookingAt(day, ended.Code)),
        _ => null,
    };
}
