using Sigap.Conversations;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>Facts of the hall.</summary>
internal static class HallFactWire
{
    public static Proto.Fact ToWire(DayFact fact) => fact switch
    {
        DayFact.TicketDrawn f => new Proto.Fact { TicketDrawn = ToWire(f) },
        DayFact.CounterOpened f => new Proto.Fact { CounterOpened = new Proto.CounterTurned { Counter = f.Counter, Request = f.Request } },
        DayFact.CounterClosed f => new Proto.Fact { CounterClosed = new Proto.CounterTurned { Counter = f.Counter, Request = f.Request } },
        DayFact.TicketCalled f => new Proto.Fact
        {
            TicketCalled = new Proto.TicketCalled
            {
                Number = TicketWire.ToWire(f.Number),
                Counter = f.Counter,
                CycleAt = f.CycleAt,
                Request = f.Request,
            },
        },
        DayFact.TicketHeld f => new Proto.Fact { TicketHeld = Changed(f.Number, f.Request) },
        DayFact.TicketTransferred f => new Proto.Fact
        {
            TicketTransferred = new Proto.TicketTransferred { Number = TicketWire.ToWire(f.Number), To = f.To, Request = f.Request },
        },
        DayFact.TicketMissed f => new Proto.Fact { TicketMissed = Changed(f.Number, f.Request) },
        DayFact.TicketServed f => new Proto.Fact { TicketServed = Changed(f.Number, f.Request) },
        DayFact.TicketNudged f => new Proto.Fact { TicketNudged = TicketWire.ToWire(f.Number) },
        _ => throw new InvalidOperationException($"No wire form for fact {fact.GetType().Name}"),
    };

    public static DayFact FromWire(Proto.Fact fact) => fact.KindCase switch
    {
        Proto.Fact.KindOneofCase.TicketDrawn => FromWire(fact.TicketDrawn),
        Proto.Fact.KindOneofCase.CounterOpened => new DayFact.CounterOpened(fact.CounterOpened.Counter, fact.CounterOpened.Request),
        Proto.Fact.KindOneofCase.CounterClosed => new DayFact.CounterClosed(fact.CounterClosed.Counter, fact.CounterClosed.Request),
        Proto.Fact.KindOneofCase.TicketCalled => new DayFact.TicketCalled(
            TicketWire.FromWire(fact.TicketCalled.Number), fact.TicketCalled.Counter, fact.TicketCalled.CycleAt, fact.TicketCalled.Request),
        Proto.Fact.KindOneofCase.TicketHeld =>
            new DayFact.TicketHeld(TicketWire.FromWire(fact.TicketHeld.Number), fact.TicketHeld.Request),
        Proto.Fact.KindOneofCase.TicketTransferred => new DayFact.TicketTransferred(
            TicketWire.FromWire(fact.TicketTransferred.Number), fact.TicketTransferred.To, fact.TicketTransferred.Request),
        Proto.Fact.KindOneofCase.TicketMissed =>
            new DayFact.TicketMissed(TicketWire.FromWire(fact.TicketMissed.Number), fact.TicketMissed.Request),
        Proto.Fact.KindOneofCase.TicketServed =>
            new DayFact.TicketServed(TicketWire.FromWire(fact.TicketServed.Number), fact.TicketServed.Request),
        Proto.Fact.KindOneofCase.TicketNudged => new DayFact.TicketNudged(TicketWire.FromWire(fact.TicketNudged)),
        _ => throw new InvalidDataException($"Fact {(int)fact.KindCase} is not known here; it was written by a newer version"),
    };

    private static Proto.TicketChanged Changed(TicketNumber number, ulong request) =>
        new() { Number = TicketWire.ToWire(number), Request = request };

    private static Proto.TicketDrawn ToWire(DayFact.TicketDrawn drawn)
    {
        var wire = new Proto.TicketDrawn
        {
            Number = TicketWire.ToWire(drawn.Number),
            Line = (int)drawn.Line,
            Rank = drawn.Rank,
            Request = drawn.Request,
            Late = (int)drawn.Late,
        };
        if (drawn.Booking is { } booking)
        {
            wire.Booking = booking.Value;
        }

        if (drawn.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        return wire;
    }

    private static DayFact.TicketDrawn FromWire(Proto.TicketDrawn wire) => new(
        TicketWire.FromWire(wire.Number),
        (Line)wire.Line,
        wire.Rank,
        wire.Request,
        WireValues.Code(wire.HasBooking, wire.Booking),
        WireValues.Conversation(wire.HasConversation, wire.Conversation),
        (Lateness)wire.Late);
}
