using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Wire;

/// <summary>Everything of pickup days with a wire form, every case of every union among them. Only ever added to.</summary>
internal static class PickupSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 3, 0, 0, 250, TimeSpan.Zero);
    private static readonly PickupDayId Day = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    private static readonly BookingCode Code = new("K7M4QX");
    private static readonly BookingAt Booking = new(Day, Code);
    private static readonly BookingAt Other = new(Day with { Date = new DateOnly(2026, 11, 26) }, new BookingCode("AB23CD"));
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly ImmutableArray<ApplicationNumber> Numbers =
        [ApplicationNumber.Parse("1106000000123456")!.Value, ApplicationNumber.Parse("1106000000123457")!.Value];

    private static readonly ImmutableArray<Seat> Seats =
        [new Seat(Numbers[0], new TimeOnly(9, 0), Kept: false), new Seat(Numbers[1], new TimeOnly(9, 30), Kept: true)];

    private static readonly TicketNumber Ticket = new(Line.Booked, 41);
    private static readonly TicketNumber WalkIn = new(Line.WalkIn, 7);
    private static readonly Waiting Who = new(11, Conversation, Numbers, Priority: true);
    private static readonly BookingView View = new(Booking, BookingStage.Confirmed, Seats, true, Collector.Proxy, null, Ticket);
    private static readonly WaitEstimate Wait = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
    private static readonly TicketView TicketView = new(Ticket, TicketStage.Waiting, Line.Booked, null, 5, Wait, Code, Lateness.OnTime, 0);

    private static readonly ImmutableArray<DayFact> Facts =
    [
        new DayFact.Taken(Code, 0x0102030405060708, Conversation, Seats, true, BookingStage.Held, At.AddMinutes(5), Other),
        new DayFact.Taken(Other.Code, 2, null, Seats[..1], false, BookingStage.Offered, At.AddMinutes(10), null),
        new DayFact.Confirmed(Code, Collector.Family),
        new DayFact.CollectorChanged(Code, Collector.Proxy),
        new DayFact.Ended(Other.Code, BookingEnd.Lapsed),
        new DayFact.Reseated(Code, Seats),
        new DayFact.WaitlistJoined(Who),
        new DayFact.WaitlistLeft(Conversation),
        new DayFact.TicketDrawn(Ticket, Line.Booked, 540_000_001, 3, Code, Conversation, Lateness.WithinGrace),
        new DayFact.TicketDrawn(WalkIn, Line.WalkIn, 7, 4, null, null, Lateness.OnTime),
        new DayFact.CounterOpened(2, 5),
        new DayFact.CounterClosed(3, 6),
        new DayFact.TicketCalled(Ticket, 2, 1, 7),
        new DayFact.TicketHeld(Ticket, 8),
        new DayFact.TicketTransferred(Ticket, 3, 9),
        new DayFact.TicketMissed(Ticket, 10),
        new DayFact.TicketServed(Ticket, 11),
        new DayFact.TicketNudged(WalkIn),
    ];

    private static readonly ImmutableArray<Errand> Errands =
    [
        new Errand.Tell(Conversation, new Notice.HoldLapsed(Booking), At.AddHours(1)),
        new Errand.End(Other, BookingEnd.Moved),
        new Errand.Release(Booking, Numbers, Other),
        new Errand.Release(Booking, Numbers[..1], null),
    ];

    public static ImmutableArray<object> All => [.. Journal, .. Asks, .. HallAsks, .. Answers];

    private static ImmutableArray<object> Journal =>
    [
        new DayChanged(At, Facts, Errands, 7, [3, 4]),
        new DayChanged(At, [], [], 1, []),
        PickupDay.Origin,
        State,
        PickupEvolution.Evolve(State, new DayChanged(At.AddMinutes(9), [new DayFact.WaitlistLeft(Conversation)], [], 5, [])),
    ];

    private static PickupDay State
    {
        get
        {
            DayFact[] facts =
            [
                .. Facts.Take(4),
                new DayFact.Ended(Other.Code, BookingEnd.GivenBack),
                new DayFact.WaitlistJoined(Who),
                new DayFact.TicketDrawn(Ticket, Line.Booked, 540_000_001, 3, Code, Conversation, Lateness.WithinGrace),
                new DayFact.TicketDrawn(WalkIn, Line.WalkIn, 7, 4, null, null, Lateness.OnTime),
                new DayFact.CounterOpened(2, 5),
                new DayFact.CounterOpened(3, 6),
                new DayFact.TicketCalled(WalkIn, 3, 1, 7),
                new DayFact.TicketServed(WalkIn, 8),
                new DayFact.TicketCalled(Ticket, 2, 2, 9),
            ];
            var day = PickupEvolution.Evolve(PickupDay.Origin, new DayChanged(At, [.. facts], Errands, 1, []));
            return PickupEvolution.Evolve(day, new DayChanged(At.AddMinutes(7), [new DayFact.TicketTransferred(Ticket, 3, 10)], [], 5, [2]));
        }
    }

    private static ImmutableArray<object> Asks =>
    [
        new HoldPlaces(Day, 0xF0E0D0C0B0A09080, Conversation, Numbers, new TimeOnly(9, 30), Priority: true, Other),
        new HoldPlaces(Day, 1, null, Numbers[..1], null, Priority: false),
        new ConfirmBooking(Day, Code, Collector.Applicant),
        new ChangeCollector(Day, Code, Collector.Family),
        new EndBooking(Day, Code, BookingEnd.GivenBack),
        new JoinWaitlist(Day, 2, Conversation, Numbers, Priority: true),
        new LeaveWaitlist(Day, Conversation),
        new ReviewDay(Day),
        new TakeStock(Day),
        new TakeStock(Day, 41),
        new GetFree(Day, 3, Priority: true, Code),
        new GetFree(Day, 1, Priority: false),
        new GetBooking(Day, Code),
        new GetBookings(Day),
        new GetWaitlistPlace(Day, Conversation),
    ];

    private static ImmutableArray<object> HallAsks =>
    [
        new Arrive(Day, 3, Code, Conversation),
        new Arrive(Day, 3, Code),
        new DrawTicket(Day, 4, Line.Priority, Conversation),
        new DrawTicket(Day, 4, Line.WalkIn),
        new OpenCounter(Day, 5, 1),
        new CloseCounter(Day, 6, 2),
        new CallNext(Day, 7, 3),
        new CallTicket(Day, 8, 4, WalkIn),
        new Recall(Day, 9, 1),
        new HoldTicket(Day, 10, 2),
        new Transfer(Day, 11, 3, 4),
        new MarkNoShow(Day, 12, 4),
        new MarkServed(Day, 13, 1),
        new GetHall(Day),
        new GetTicket(Day, Ticket),
    ];

    private static ImmutableArray<object> Answers =>
    [
        new PickupAnswer.Booked(View),
        new PickupAnswer.Ended(Code, BookingEnd.NoShow),
        new PickupAnswer.Waits(3, 17),
        PickupAnswer.Done.Now,
        new PickupAnswer.Free(Day, IsClosed: false, [new FreeSlot(new TimeOnly(9, 0), new TimeOnly(9, 30), 4)], 2),
        new PickupAnswer.Free(Day, IsClosed: true, [], 0),
        new PickupAnswer.Bookings([View]),
        new PickupAnswer.Ticket(TicketView),
        new PickupAnswer.AtCounter(2, TicketView with { Stage = TicketStage.Called, Counter = 2, Wait = null, Calls = 1 }),
        new PickupAnswer.AtCounter(2, null),
        new PickupAnswer.Hall(new HallView(
            Day,
            42,
            [new CounterView(1, true, Ticket, 2, At), new CounterView(2, false, null, 0, null)],
            [WalkIn],
            ImmutableSortedDictionary<Line, int>.Empty.Add(Line.Booked, 0).Add(Line.WalkIn, 1),
            [Ticket],
            Wait)),
        new PickupAnswer.Hall(new HallView(Day, 0, [], [], ImmutableSortedDictionary<Line, int>.Empty, [], null)),
        new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, Other),
        new PickupAnswer.Refused(PickupRefusal.Full),
    ];
}
