using System.Collections.Immutable;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Wire;

/// <summary>What turns note of collecting passports, and a conversation that remembers all of it. Only ever added to.</summary>
internal static class PickupFileSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, 250, TimeSpan.Zero);
    private static readonly ApplicationNumber Own = ApplicationNumber.Parse("1106000000123456")!.Value;
    private static readonly ApplicationNumber Childs = ApplicationNumber.Parse("1106000000123457")!.Value;
    private static readonly PickupDayId Day = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    private static readonly BookingAt Booking = new(Day, new BookingCode("K7M4QX"));
    private static readonly TicketNumber Ticket = new(Line.Booked, 41);
    private static readonly Party Family = new([Own, Childs]);

    private static readonly BookingView Confirmed = new(
        Booking,
        BookingStage.Confirmed,
        [new Seat(Own, new TimeOnly(10, 0), Kept: false), new Seat(Childs, new TimeOnly(10, 30), Kept: true)],
        Priority: true,
        Collector.Family,
        Until: null,
        Ticket);

    private static readonly BookingView Held = Confirmed with { Stage = BookingStage.Held, Collector = null, Until = At.AddMinutes(5), Ticket = null };

    public static readonly ImmutableArray<Step> Steps =
    [
        new Step.AwaitingNumber("1106000000", For: Party.Nobody),
        new Step.AwaitingBirthDate(Own, Family),
        new Step.MakingBooking(new BookingDraft(Family, Priority: true, Booking, Day.Date, Page: 1, Booking), BookingAsks.Collector),
        new Step.MakingBooking(new BookingDraft(Family), BookingAsks.Party),
        new Step.ChangingBooking(Booking, BookingChange.Cancel),
        Step.AwaitingDoorCode.Here,
    ];

    public static readonly ImmutableArray<TurnFact> Facts =
    [
        .. Steps.Select(step => new TurnFact.StepEntered(step)),
        new TurnFact.ApplicationProven(Own, Stage.ReadyForCollection, new DateOnly(2026, 11, 23), "B. S.", IsMinor: false),
        new TurnFact.ApplicationProven(Childs, Stage.Printing, null, "A. S.", IsMinor: true),
        new TurnFact.BookingSeen(Held),
        new TurnFact.BookingSeen(Confirmed),
        new TurnFact.BookingGone(Booking, BookingEnd.GivenBack),
        new TurnFact.WaitlistJoined(Day),
        new TurnFact.WaitlistLeft(Day),
        new TurnFact.TicketSeen(new DrawnTicket(Day, Ticket, Booking.Code)),
        new TurnFact.DoorCodeWrong(),
        new TurnFact.RemindersStopped(true),
        new TurnFact.ServiceRated(Day, Ticket, 5),
    ];

    public static readonly Conversation State = Conversation.Origin with
    {
        Step = Steps[2],
        LastHeardAt = At,
        Pickup = new PickupFile
        {
            Proven =
            [
                new ProvenApplication(Own, Stage.ReadyForCollection, new DateOnly(2026, 11, 23), "B. S.", IsMinor: false, At),
                new ProvenApplication(Childs, Stage.Printing, null, "A. S.", IsMinor: true, At),
            ],
            Bookings = [Held, Confirmed],
            Waits = [Day],
            Tickets = [new DrawnTicket(Day, Ticket, Booking.Code), new DrawnTicket(Day, new TicketNumber(Line.WalkIn, 7), null)],
            NoShows = [At.AddDays(-3)],
            WrongDoorCodes = [At.AddMinutes(-1)],
            Unrated = new DrawnTicket(Day, Ticket, null),
            RemindersStopped = true,
        },
    };
}
