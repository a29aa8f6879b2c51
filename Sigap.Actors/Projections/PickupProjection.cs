using Sigap.Pickup;

namespace Sigap.Projections;

/// <summary>What the events of pickup days mean for the read tables. Pure.</summary>
public static class PickupProjection
{
    public static IEnumerable<PickupReadChange> Of(PickupDayId day, IPickupEvent happened) => happened switch
    {
        DayChanged changed =>
        [
            .. changed.Facts.Select(fact => Of(day, fact, changed.At)).OfType<PickupReadChange>(),
            .. changed.Errands.Select((_, place) => new PickupReadChange.ErrandOwed(day, changed.FirstErrand + place)),
            .. changed.Done.Select(number => new PickupReadChange.ErrandDone(day, number)),
        ],
        _ => [],
    };

    /// <summary>Null for facts of the hall: they are over with the day, and nobody lists them.</summary>
    private static PickupReadChange? Of(PickupDayId day, DayFact fact, DateTimeOffset at) => fact switch
    {
        DayFact.Taken taken => new PickupReadChange.Taken(
            new BookingAt(day, taken.Code), taken.Conversation, taken.Seats[0].Slot, taken.Seats.Length, taken.Priority, taken.Stage, at),
        DayFact.Confirmed confirmed => new PickupReadChange.Confirmed(new BookingAt(day, confirmed.Code), at),
        DayFact.Reseated reseated => new PickupReadChange.Reseated(new BookingAt(day, reseated.Code), reseated.Seats[0].Slot, at),
        DayFact.Ended ended => new PickupReadChange.Ended(new BookingAt(day, ended.Code), ended.Why, at),
        DayFact.WaitlistJoined joined => new PickupReadChange.WaitlistJoined(day, joined.Who.Conversation, joined.Who.Applications.Length, at),
        DayFact.WaitlistLeft left => new PickupReadChange.WaitlistLeft(day, left.Conversation),
        DayFact.HandsChanged changed => new PickupReadChange.HandsChanged(day, changed.From, changed.To),
        _ => null,
    };
}
