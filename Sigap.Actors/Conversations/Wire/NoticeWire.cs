using Google.Protobuf;
using Proto = Sigap.Conversations.Wire.Notices;

namespace Sigap.Conversations;

/// <summary>The bytes of a notice, wherever it is kept: in a journal, in the reminders table, between nodes.</summary>
public static class NoticeWire
{
    public static byte[] ToBytes(Notice notice) => ToWire(notice).ToByteArray();

    public static Notice FromBytes(byte[] bytes) => FromWire(Proto.Notice.Parser.ParseFrom(bytes));

    internal static Proto.Notice ToWire(Notice notice) => notice switch
    {
        Notice.HoldLapsed n => new Proto.Notice { HoldLapsed = BookingWire.ToWire(n.Booking) },
        Notice.PlaceOffered n => new Proto.Notice { PlaceOffered = BookingWire.ToWire(n.Booking) },
        Notice.OfferLapsed n => new Proto.Notice { OfferLapsed = BookingWire.ToWire(n.Booking) },
        Notice.WaitlistClosed n => new Proto.Notice { WaitlistClosed = n.Day.Value },
        Notice.BookingMoved n => new Proto.Notice { BookingMoved = BookingWire.ToWire(n.Booking) },
        Notice.BookingCancelled n => new Proto.Notice
        {
            BookingCancelled = new Proto.BookingCancelled { Booking = BookingWire.ToWire(n.Booking), Why = (int)n.Why },
        },
        Notice.TicketDrawn n => new Proto.Notice { TicketDrawn = TicketWire.ToWire(n.Ticket, n.Day) },
        Notice.TurnNear n => new Proto.Notice { TurnNear = TicketWire.ToWire(n.Ticket, n.Day) },
        Notice.Called n => new Proto.Notice
        {
            Called = new Proto.Called { Ticket = TicketWire.ToWire(n.Ticket), Day = n.Day.Value, Counter = n.Counter, Calls = n.Calls },
        },
        Notice.Missed n => new Proto.Notice { Missed = ToWire(n) },
        Notice.Served n => new Proto.Notice { Served = ToWire(n) },
        Notice.BookingNear n => new Proto.Notice
        {
            BookingNear = new Proto.BookingNear
            {
                Booking = BookingWire.ToWire(n.Booking),
                SlotS = BookingWire.ToWire(n.Slot),
                SameDay = n.SameDay,
            },
        },
        Notice.CollectionDue n => new Proto.Notice
        {
            CollectionDue = new Proto.CollectionDue { Application = n.Application.Value, Day = n.Day, ReadyOn = n.ReadyOn.DayNumber },
        },
        Notice.NotSeen n => new Proto.Notice
        {
            NotSeen = new Proto.NotSeen { Booking = BookingWire.ToWire(n.Booking), SlotS = BookingWire.ToWire(n.Slot) },
        },
        _ => throw new InvalidOperationException($"No wire form for notice {notice.GetType().Name}"),
    };

    internal static Notice FromWire(Proto.Notice wire) => wire.KindCase switch
    {
        Proto.Notice.KindOneofCase.HoldLapsed => new Notice.HoldLapsed(BookingWire.AtFromWire(wire.HoldLapsed)),
        Proto.Notice.KindOneofCase.PlaceOffered => new Notice.PlaceOffered(BookingWire.FromWire(wire.PlaceOffered)),
        Proto.Notice.KindOneofCase.OfferLapsed => new Notice.OfferLapsed(BookingWire.AtFromWire(wire.OfferLapsed)),
        Proto.Notice.KindOneofCase.WaitlistClosed => new Notice.WaitlistClosed(BookingWire.Day(wire.WaitlistClosed)),
        Proto.Notice.KindOneofCase.BookingMoved => new Notice.BookingMoved(BookingWire.FromWire(wire.BookingMoved)),
        Proto.Notice.KindOneofCase.BookingCancelled => new Notice.BookingCancelled(
            BookingWire.AtFromWire(wire.BookingCancelled.Booking), (Pickup.BookingEnd)wire.BookingCancelled.Why),
        Proto.Notice.KindOneofCase.TicketDrawn => new Notice.TicketDrawn(
            TicketWire.FromWire(wire.TicketDrawn.Ticket), BookingWire.Day(wire.TicketDrawn.Day)),
        Proto.Notice.KindOneofCase.TurnNear => new Notice.TurnNear(
            TicketWire.FromWire(wire.TurnNear.Ticket), BookingWire.Day(wire.TurnNear.Day)),
        Proto.Notice.KindOneofCase.Called => new Notice.Called(
            TicketWire.FromWire(wire.Called.Ticket), BookingWire.Day(wire.Called.Day), wire.Called.Counter, wire.Called.Calls),
        Proto.Notice.KindOneofCase.Missed => new Notice.Missed(
            TicketWire.FromWire(wire.Missed.Ticket), BookingWire.Day(wire.Missed.Day), Code(wire.Missed.HasCode, wire.Missed.Code)),
        Proto.Notice.KindOneofCase.Served => new Notice.Served(
            TicketWire.FromWire(wire.Served.Ticket),
            BookingWire.Day(wire.Served.Day),
            Code(wire.Served.HasCode, wire.Served.Code),
            [.. wire.Served.Applications.Select(BookingWire.Application)]),
        Proto.Notice.KindOneofCase.BookingNear => new Notice.BookingNear(
            BookingWire.AtFromWire(wire.BookingNear.Booking), BookingWire.Time(wire.BookingNear.SlotS), wire.BookingNear.SameDay),
        Proto.Notice.KindOneofCase.CollectionDue => new Notice.CollectionDue(
            BookingWire.Application(wire.CollectionDue.Application),
            wire.CollectionDue.Day,
            DateOnly.FromDayNumber(wire.CollectionDue.ReadyOn)),
        Proto.Notice.KindOneofCase.NotSeen => new Notice.NotSeen(
            BookingWire.AtFromWire(wire.NotSeen.Booking), BookingWire.Time(wire.NotSeen.SlotS)),
        _ => throw new InvalidDataException($"Notice {(int)wire.KindCase} is not known here; it was written by a newer version"),
    };

    private static Proto.Missed ToWire(Notice.Missed missed)
    {
        var wire = new Proto.Missed { Ticket = TicketWire.ToWire(missed.Ticket), Day = missed.Day.Value };
        if (missed.Code is { } code)
        {
            wire.Code = code.Value;
        }

        return wire;
    }

    private static Proto.Served ToWire(Notice.Served served)
    {
        var wire = new Proto.Served
        {
            Ticket = TicketWire.ToWire(served.Ticket),
            Day = served.Day.Value,
            Applications = { served.Applications.Select(application => application.Value) },
        };
        if (served.Code is { } code)
        {
            wire.Code = code.Value;
        }

        return wire;
    }

    private static Pickup.BookingCode? Code(bool present, string code) => present ? new Pickup.BookingCode(code) : null;
}
