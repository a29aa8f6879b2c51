using Sigap.Kernel;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>Facts of bookings and of the waitlist; those of the hall are in <see cref="HallFactWire"/>.</summary>
internal static class FactWire
{
    public static Proto.Fact ToWire(DayFact fact) => fact switch
    {
        DayFact.Taken f => new Proto.Fact { Taken = ToWire(f) },
        DayFact.Confirmed f => new Proto.Fact { Confirmed = new Proto.Confirmed { Code = f.Code.Value, Collector = (int)f.Collector } },
        DayFact.CollectorChanged f => new Proto.Fact
        {
            CollectorChanged = new Proto.Confirmed { Code = f.Code.Value, Collector = (int)f.Collector },
        },
        DayFact.Ended f => new Proto.Fact { Ended = new Proto.Ended { Code = f.Code.Value, Why = (int)f.Why } },
        DayFact.Reseated f => new Proto.Fact
        {
            Reseated = new Proto.Reseated { Code = f.Code.Value, Seats = { f.Seats.Select(WireValues.ToWire) } },
        },
        DayFact.WaitlistJoined f => new Proto.Fact { WaitlistJoined = ToWire(f.Who) },
        DayFact.WaitlistLeft f => new Proto.Fact { WaitlistLeft = f.Conversation.Value },
        DayFact.HandsChanged f => new Proto.Fact
        {
            HandsChanged = new Proto.HandsChanged { From = { f.From.Select(id => id.Value) }, To = f.To.Value },
        },
        _ => HallFactWire.ToWire(fact),
    };

    public static DayFact FromWire(Proto.Fact fact) => fact.KindCase switch
    {
        Proto.Fact.KindOneofCase.Taken => FromWire(fact.Taken),
        Proto.Fact.KindOneofCase.Confirmed =>
            new DayFact.Confirmed(new BookingCode(fact.Confirmed.Code), (Collector)fact.Confirmed.Collector),
        Proto.Fact.KindOneofCase.CollectorChanged =>
            new DayFact.CollectorChanged(new BookingCode(fact.CollectorChanged.Code), (Collector)fact.CollectorChanged.Collector),
        Proto.Fact.KindOneofCase.Ended => new DayFact.Ended(new BookingCode(fact.Ended.Code), (BookingEnd)fact.Ended.Why),
        Proto.Fact.KindOneofCase.Reseated =>
            new DayFact.Reseated(new BookingCode(fact.Reseated.Code), WireValues.Seats(fact.Reseated.Seats)),
        Proto.Fact.KindOneofCase.WaitlistJoined => new DayFact.WaitlistJoined(FromWire(fact.WaitlistJoined)),
        Proto.Fact.KindOneofCase.WaitlistLeft => new DayFact.WaitlistLeft(new ConversationId(fact.WaitlistLeft)),
        Proto.Fact.KindOneofCase.HandsChanged => new DayFact.HandsChanged(
            [.. fact.HandsChanged.From.Select(id => new ConversationId(id))], new ConversationId(fact.HandsChanged.To)),
        _ => HallFactWire.FromWire(fact),
    };

    public static Proto.Waiting ToWire(Waiting who) => new()
    {
        Request = who.Request,
        Conversation = who.Conversation.Value,
        Applications = { WireValues.ToWire(who.Applications) },
        Priority = who.Priority,
    };

    public static Waiting FromWire(Proto.Waiting wire) => new(
        wire.Request, new ConversationId(wire.Conversation), WireValues.Applications(wire.Applications), wire.Priority);

    private static Proto.Taken ToWire(DayFact.Taken taken)
    {
        var wire = new Proto.Taken
        {
            Code = taken.Code.Value,
            Request = taken.Request,
            Seats = { taken.Seats.Select(WireValues.ToWire) },
            Priority = taken.Priority,
            Stage = (int)taken.Stage,
            UntilMs = taken.Until.ToWire(),
            Moves = WireValues.ToWire(taken.Moves),
        };
        if (taken.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        return wire;
    }

    private static DayFact.Taken FromWire(Proto.Taken wire) => new(
        new BookingCode(wire.Code),
        wire.Request,
        WireValues.Conversation(wire.HasConversation, wire.Conversation),
        WireValues.Seats(wire.Seats),
        wire.Priority,
        (BookingStage)wire.Stage,
        WireTime.FromWire(wire.UntilMs),
        WireValues.At(wire.Moves));
}
