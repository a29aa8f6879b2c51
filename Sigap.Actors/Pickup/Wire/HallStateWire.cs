using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>The hall, in snapshots. Everything is in a fixed order, so that the same hall has the same bytes.</summary>
internal static class HallStateWire
{
    public static Proto.Hall ToWire(Hall hall) => new()
    {
        Tickets = { hall.Tickets.Values.OrderBy(ticket => ticket.Number.Line).ThenBy(ticket => ticket.Number.Number).Select(ToWire) },
        Counters = { hall.Counters.Values.Select(ToWire) },
        LastNumbers = { hall.LastNumbers.ToDictionary(last => (int)last.Key, last => last.Value) },
        CycleAt = hall.CycleAt,
        ServiceTimesMs = { hall.ServiceTimes.Select(time => (long)time.TotalMilliseconds) },
        Requests =
        {
            hall.Requests.OrderBy(request => request.Key)
                .Select(request => new Proto.HallRequest { Request = request.Key, Ticket = WireValues.ToWire(request.Value) }),
        },
        Version = hall.Version,
    };

    public static Hall FromWire(Proto.Hall? wire) => wire is null ? Hall.Empty : new Hall
    {
        Tickets = wire.Tickets.Select(FromWire).ToImmutableDictionary(ticket => ticket.Number),
        Counters = wire.Counters.Select(FromWire).ToImmutableSortedDictionary(counter => counter.Number, counter => counter),
        LastNumbers = wire.LastNumbers.ToImmutableSortedDictionary(last => (Line)last.Key, last => last.Value),
        CycleAt = wire.CycleAt,
        ServiceTimes = [.. wire.ServiceTimesMs.Select(time => TimeSpan.FromMilliseconds(time))],
        Requests = wire.Requests.ToImmutableDictionary(request => request.Request, request => WireValues.Ticket(request.Ticket)),
        Version = wire.Version,
    };

    private static Proto.Ticket ToWire(Ticket ticket)
    {
        var wire = new Proto.Ticket
        {
            Number = TicketWire.ToWire(ticket.Number),
            Line = (int)ticket.Line,
            Rank = ticket.Rank,
            DrawnAtMs = ticket.DrawnAt.ToWire(),
            Stage = (int)ticket.Stage,
            Late = (int)ticket.Late,
            Calls = ticket.Calls,
            Nudged = ticket.Nudged,
        };
        if (ticket.Booking is { } booking)
        {
            wire.Booking = booking.Value;
        }

        if (ticket.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        if (ticket.Counter is { } counter)
        {
            wire.Counter = counter;
        }

        if (ticket.ReservedFor is { } reserved)
        {
            wire.ReservedFor = reserved;
        }

        return wire;
    }

    private static Ticket FromWire(Proto.Ticket wire) => new(
        TicketWire.FromWire(wire.Number),
        (Line)wire.Line,
        wire.Rank,
        WireTime.FromWire(wire.DrawnAtMs),
        (TicketStage)wire.Stage,
        WireValues.Code(wire.HasBooking, wire.Booking),
        WireValues.Conversation(wire.HasConversation, wire.Conversation),
        (Lateness)wire.Late,
        wire.HasCounter ? wire.Counter : null,
        wire.HasReservedFor ? wire.ReservedFor : null,
        wire.Calls,
        wire.Nudged);

    private static Proto.Counter ToWire(Counter counter)
    {
        var wire = new Proto.Counter { Number = counter.Number, IsOpen = counter.IsOpen, Ticket = WireValues.ToWire(counter.Ticket) };
        if (counter.CalledAt is { } called)
        {
            wire.CalledAtMs = called.ToWire();
        }

        return wire;
    }

    private static Counter FromWire(Proto.Counter wire) => new(
        wire.Number, wire.IsOpen, WireValues.Ticket(wire.Ticket), wire.HasCalledAtMs ? WireTime.FromWire(wire.CalledAtMs) : null);
}
