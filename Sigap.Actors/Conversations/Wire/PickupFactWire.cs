using Sigap.Applications;
using Sigap.Pickup;
using Notices = Sigap.Conversations.Wire.Notices;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

/// <summary>The facts of turns that concern collecting passports.</summary>
internal static class PickupFactWire
{
    public static Proto.Fact ToWire(TurnFact fact) => fact switch
    {
        TurnFact.ApplicationProven f => new Proto.Fact
        {
            ApplicationProven = PickupFileWire.ToWire(f.Number, f.Stage, f.ReadyOn, f.Initials, f.IsMinor),
        },
        TurnFact.BookingSeen f => new Proto.Fact { BookingSeen = BookingWire.ToWire(f.Booking) },
        TurnFact.BookingGone f => new Proto.Fact
        {
            BookingGone = new Notices.BookingCancelled { Booking = BookingWire.ToWire(f.Booking), Why = (int)f.Why },
        },
        TurnFact.WaitlistJoined f => new Proto.Fact { WaitlistJoined = f.Day.Value },
        TurnFact.WaitlistLeft f => new Proto.Fact { WaitlistLeft = f.Day.Value },
        TurnFact.TicketSeen f => new Proto.Fact { TicketSeen = PickupFileWire.ToWire(f.Ticket) },
        TurnFact.DoorCodeWrong => new Proto.Fact { DoorCodeWrong = new Proto.Nothing() },
        TurnFact.RemindersStopped f => new Proto.Fact { RemindersStopped = f.Stopped },
        TurnFact.ServiceRated f => new Proto.Fact
        {
            ServiceRated = new Proto.ServiceRated { Day = f.Day.Value, Ticket = TicketWire.ToWire(f.Ticket), Rating = f.Rating },
        },
        _ => throw new InvalidOperationException($"No wire form for fact {fact.GetType().Name}"),
    };

    public static TurnFact FromWire(Proto.Fact fact) => fact.KindCase switch
    {
        Proto.Fact.KindOneofCase.ApplicationProven => new TurnFact.ApplicationProven(
            BookingWire.Application(fact.ApplicationProven.Number),
            (Stage)fact.ApplicationProven.Stage,
            PickupFileWire.ReadyOn(fact.ApplicationProven),
            fact.ApplicationProven.Initials,
            fact.ApplicationProven.IsMinor),
        Proto.Fact.KindOneofCase.BookingSeen => new TurnFact.BookingSeen(BookingWire.FromWire(fact.BookingSeen)),
        Proto.Fact.KindOneofCase.BookingGone => new TurnFact.BookingGone(
            BookingWire.AtFromWire(fact.BookingGone.Booking), (BookingEnd)fact.BookingGone.Why),
        Proto.Fact.KindOneofCase.WaitlistJoined => new TurnFact.WaitlistJoined(BookingWire.Day(fact.WaitlistJoined)),
        Proto.Fact.KindOneofCase.WaitlistLeft => new TurnFact.WaitlistLeft(BookingWire.Day(fact.WaitlistLeft)),
        Proto.Fact.KindOneofCase.TicketSeen => new TurnFact.TicketSeen(PickupFileWire.TicketFromWire(fact.TicketSeen)),
        Proto.Fact.KindOneofCase.DoorCodeWrong => new TurnFact.DoorCodeWrong(),
        Proto.Fact.KindOneofCase.RemindersStopped => new TurnFact.RemindersStopped(fact.RemindersStopped),
        Proto.Fact.KindOneofCase.ServiceRated => new TurnFact.ServiceRated(
            BookingWire.Day(fact.ServiceRated.Day), TicketWire.FromWire(fact.ServiceRated.Ticket), fact.ServiceRated.Rating),
        _ => throw new InvalidDataException($"Fact {(int)fact.KindCase} is not known here; it was written by a newer version"),
    };
}
