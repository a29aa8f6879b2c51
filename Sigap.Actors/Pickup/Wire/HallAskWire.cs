using Google.Protobuf;
using Sigap.Conversations;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>What is asked of a day about its hall.</summary>
internal static class HallAskWire
{
    public static IMessage ToWire(Arrive arrive)
    {
        var wire = new Proto.Arrive { Day = arrive.Day.Value, Request = arrive.Request, Code = arrive.Code.Value };
        if (arrive.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        return wire;
    }

    public static Arrive ArriveFromWire(byte[] bytes)
    {
        var wire = Proto.Arrive.Parser.ParseFrom(bytes);
        return new Arrive(
            BookingWire.Day(wire.Day),
            wire.Request,
            new BookingCode(wire.Code),
            WireValues.Conversation(wire.HasConversation, wire.Conversation));
    }

    public static IMessage ToWire(DrawTicket draw)
    {
        var wire = new Proto.DrawTicket { Day = draw.Day.Value, Request = draw.Request, Line = (int)draw.Line };
        if (draw.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        return wire;
    }

    public static DrawTicket DrawFromWire(byte[] bytes)
    {
        var wire = Proto.DrawTicket.Parser.ParseFrom(bytes);
        return new DrawTicket(
            BookingWire.Day(wire.Day), wire.Request, (Line)wire.Line, WireValues.Conversation(wire.HasConversation, wire.Conversation));
    }

    public static IMessage ToWire(ICounterCommand command) => new Proto.AtCounter
    {
        Day = command.Day.Value,
        Request = command.Request,
        Counter = command.Counter,
        Ticket = command is CallTicket call ? TicketWire.ToWire(call.Ticket) : null,
        To = command is Transfer transfer ? transfer.To : 0,
    };

    public static T AtCounter<T>(byte[] bytes, Func<PickupDayId, ulong, int, T> make)
        where T : ICounterCommand
    {
        var wire = Proto.AtCounter.Parser.ParseFrom(bytes);
        return make(BookingWire.Day(wire.Day), wire.Request, wire.Counter);
    }

    public static CallTicket CallFromWire(byte[] bytes)
    {
        var wire = Proto.AtCounter.Parser.ParseFrom(bytes);
        return new CallTicket(BookingWire.Day(wire.Day), wire.Request, wire.Counter, TicketWire.FromWire(wire.Ticket));
    }

    public static Transfer TransferFromWire(byte[] bytes)
    {
        var wire = Proto.AtCounter.Parser.ParseFrom(bytes);
        return new Transfer(BookingWire.Day(wire.Day), wire.Request, wire.Counter, wire.To);
    }

    public static IMessage ToWire(GetTicket ticket) =>
        new Proto.GetTicket { Day = ticket.Day.Value, Ticket = TicketWire.ToWire(ticket.Ticket) };

    public static GetTicket TicketFromWire(byte[] bytes)
    {
        var wire = Proto.GetTicket.Parser.ParseFrom(bytes);
        return new GetTicket(BookingWire.Day(wire.Day), TicketWire.FromWire(wire.Ticket));
    }
}
