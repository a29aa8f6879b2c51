using Sigap.Conversations;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>What a day answers.</summary>
internal static class AnswerWire
{
    public static Proto.Answer ToWire(PickupAnswer answer) => answer switch
    {
        PickupAnswer.Booked a => new Proto.Answer { Booked = BookingWire.ToWire(a.Booking) },
        PickupAnswer.Ended a => new Proto.Answer { Ended = new Proto.EndedAnswer { Code = a.Code.Value, Why = (int)a.Why } },
        PickupAnswer.Waits a => new Proto.Answer { Waits = new Proto.WaitsAnswer { Place = a.Place, Of = a.Of } },
        PickupAnswer.Done => new Proto.Answer { Done = new Proto.DoneAnswer() },
        PickupAnswer.Free a => new Proto.Answer { Free = ToWire(a) },
        PickupAnswer.Bookings a => new Proto.Answer { Bookings = new Proto.BookingsAnswer { All = { a.All.Select(BookingWire.ToWire) } } },
        PickupAnswer.Ticket a => new Proto.Answer { Ticket = TicketWire.ToWire(a.View) },
        PickupAnswer.AtCounter a => new Proto.Answer
        {
            AtCounter = new Proto.CounterAnswer { Counter = a.Counter, Ticket = a.View is { } view ? TicketWire.ToWire(view) : null },
        },
        PickupAnswer.Hall a => new Proto.Answer { Hall = HallViewWire.ToWire(a.View) },
        PickupAnswer.Refused a => new Proto.Answer
        {
            Refused = new Proto.RefusedAnswer { Why = (int)a.Why, Other = WireValues.ToWire(a.Other) },
        },
        _ => throw new InvalidOperationException($"No wire form for answer {answer.GetType().Name}"),
    };

    public static PickupAnswer FromWire(byte[] bytes)
    {
        var wire = Proto.Answer.Parser.ParseFrom(bytes);
        return wire.KindCase switch
        {
            Proto.Answer.KindOneofCase.Booked => new PickupAnswer.Booked(BookingWire.FromWire(wire.Booked)),
            Proto.Answer.KindOneofCase.Ended => new PickupAnswer.Ended(new BookingCode(wire.Ended.Code), (BookingEnd)wire.Ended.Why),
            Proto.Answer.KindOneofCase.Waits => new PickupAnswer.Waits(wire.Waits.Place, wire.Waits.Of),
            Proto.Answer.KindOneofCase.Done => PickupAnswer.Done.Now,
            Proto.Answer.KindOneofCase.Free => FromWire(wire.Free),
            Proto.Answer.KindOneofCase.Bookings => new PickupAnswer.Bookings([.. wire.Bookings.All.Select(BookingWire.FromWire)]),
            Proto.Answer.KindOneofCase.Ticket => new PickupAnswer.Ticket(TicketWire.FromWire(wire.Ticket)),
            Proto.Answer.KindOneofCase.AtCounter => new PickupAnswer.AtCounter(
                wire.AtCounter.Counter, wire.AtCounter.Ticket is { } ticket ? TicketWire.FromWire(ticket) : null),
            Proto.Answer.KindOneofCase.Hall => new PickupAnswer.Hall(HallViewWire.FromWire(wire.Hall)),
            Proto.Answer.KindOneofCase.Refused =>
                new PickupAnswer.Refused((PickupRefusal)wire.Refused.Why, WireValues.At(wire.Refused.Other)),
            _ => throw new InvalidDataException($"Answer {(int)wire.KindCase} is not known here; it was sent by a newer version"),
        };
    }

    private static Proto.FreeAnswer ToWire(PickupAnswer.Free free) => new()
    {
        Day = free.Day.Value,
        IsClosed = free.IsClosed,
        Slots =
        {
            free.Slots.Select(slot => new Proto.FreeSlot
            {
                FromS = BookingWire.ToWire(slot.From), ToS = BookingWire.ToWire(slot.To), Places = slot.Places,
            }),
        },
        Waiting = free.Waiting,
    };

    private static PickupAnswer.Free FromWire(Proto.FreeAnswer wire) => new(
        BookingWire.Day(wire.Day),
        wire.IsClosed,
        [.. wire.Slots.Select(slot => new FreeSlot(BookingWire.Time(slot.FromS), BookingWire.Time(slot.ToS), slot.Places))],
        wire.Waiting);
}
