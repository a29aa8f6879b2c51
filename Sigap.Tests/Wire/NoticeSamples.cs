using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Wire;

/// <summary>Every kind of notice, with and without what is optional in it. Only ever added to.</summary>
internal static class NoticeSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 3, 0, 0, 250, TimeSpan.Zero);
    private static readonly ApplicationNumber One = ApplicationNumber.Parse("1106000000123456")!.Value;
    private static readonly ApplicationNumber Other = ApplicationNumber.Parse("1106000000123457")!.Value;
    private static readonly PickupDayId Day = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    private static readonly BookingAt Booking = new(Day, new BookingCode("K7M4QX"));
    private static readonly TicketNumber Ticket = new(Line.Booked, 41);

    private static readonly BookingView Offered = new(
        Booking,
        BookingStage.Offered,
        [new Seat(One, new TimeOnly(9, 0), Kept: false), new Seat(Other, new TimeOnly(9, 30), Kept: true)],
        Priority: true,
        Collector: null,
        Until: At.AddMinutes(10),
        Ticket: null);

    public static ImmutableArray<Notice> All =>
    [
        new Notice.HoldLapsed(Booking),
        new Notice.PlaceOffered(Offered),
        new Notice.OfferLapsed(Booking),
        new Notice.WaitlistClosed(Day),
        new Notice.BookingMoved(Offered with { Stage = BookingStage.Confirmed, Collector = Collector.Family, Until = null, Ticket = Ticket }),
        new Notice.BookingCancelled(Booking, BookingEnd.OfficeClosed),
        new Notice.TicketDrawn(Waiting, Day),
        new Notice.TurnNear(Waiting with { Stage = TicketStage.Called, Counter = 3, Wait = null, Code = null, Ahead = 0, Calls = 2 }, Day),
        new Notice.Called(Ticket, Day, 3, 1),
        new Notice.Missed(Ticket, Day, Booking.Code),
        new Notice.Missed(new TicketNumber(Line.WalkIn, 7), Day, null),
        new Notice.Served(Ticket, Day, Booking.Code, [One, Other]),
        new Notice.Served(new TicketNumber(Line.Priority, 3), Day, null, []),
        new Notice.BookingNear(Booking, new TimeOnly(9, 0), SameDay: true),
        new Notice.BookingNear(Booking, new TimeOnly(15, 30), SameDay: false),
        new Notice.CollectionDue(One, 21, new DateOnly(2026, 11, 4)),
        new Notice.NotSeen(Booking, new TimeOnly(9, 30)),
    ];

    private static TicketView Waiting => new(
        Ticket,
        TicketStage.Waiting,
        Line.Booked,
        Counter: null,
        Ahead: 5,
        new WaitEstimate(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(15)),
        Booking.Code,
        Lateness.WithinGrace,
        Calls: 0);
}
