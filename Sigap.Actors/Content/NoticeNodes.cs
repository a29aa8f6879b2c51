using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>The nodes that say notices, with the variables each is given.</summary>
public static class NoticeNodes
{
    public const string HoldLapsed = "notice.hold-lapsed";
    public const string PlaceOffered = "notice.place-offered";
    public const string OfferLapsed = "notice.offer-lapsed";
    public const string WaitlistClosed = "notice.waitlist-closed";
    public const string BookingMoved = "notice.booking-moved";
    public const string BookingCancelled = "notice.booking-cancelled";
    public const string TicketDrawn = "notice.ticket-drawn";
    public const string TurnNear = "notice.turn-near";
    public const string Called = "notice.called";
    public const string Missed = "notice.missed";
    public const string NotSeen = "notice.not-seen";
    public const string Served = "notice.served";
    public const string BookingDayBefore = "notice.booking-day-before";
    public const string BookingToday = "notice.booking-today";
    public const string Collection = "notice.collection";
    public const string CollectionLast = "notice.collection-last";

    private const string LongDate = "Selasa, 30 September 2026";
    private const string LongTime = "08.00 WITA";
    private const string LongCode = "K7M4QX";
    private const string LongTicket = "A-041";
    private const string LongNumber = "1106 •••• •••• 3456";

    public static readonly ImmutableArray<ContentKey> Keys =
    [
        ContentKey.Of(HoldLapsed, ("date", LongDate)),
        ContentKey.Of(PlaceOffered, ("date", LongDate), ("time", LongTime), ("places", "10"), ("until", LongTime)),
        ContentKey.Of(OfferLapsed, ("date", LongDate)),
        ContentKey.Of(WaitlistClosed, ("date", LongDate)),
        ContentKey.Of(BookingMoved, ("date", LongDate), ("time", LongTime), ("code", LongCode)),
        ContentKey.Of(BookingCancelled, ("date", LongDate), ("code", LongCode)),
        ContentKey.Of(TicketDrawn, ("ticket", LongTicket), ("ahead", "100"), ("wait", "100-240")),
        ContentKey.Of(TurnNear, ("ticket", LongTicket), ("ahead", "100"), ("wait", "100-240")),
        ContentKey.Of(Called, ("ticket", LongTicket), ("counter", "10")),
        ContentKey.Of(Missed, ("ticket", LongTicket)),
        ContentKey.Of(NotSeen, ("date", LongDate), ("time", LongTime)),
        ContentKey.Of(Served, ("ticket", LongTicket)),
        ContentKey.Of(BookingDayBefore, ("date", LongDate), ("time", LongTime), ("code", LongCode)),
        ContentKey.Of(BookingToday, ("date", LongDate), ("time", LongTime), ("code", LongCode)),
        ContentKey.Of(Collection, ("number", LongNumber), ("since", LongDate), ("days", "30"), ("deadline", LongDate), ("left", "30")),
        ContentKey.Of(CollectionLast, ("number", LongNumber), ("since", LongDate), ("days", "30"), ("deadline", LongDate), ("left", "30")),
    ];
}
