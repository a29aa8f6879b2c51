using Sigap.Pickup;
using Proto = Sigap.Conversations.Wire.Notices;

namespace Sigap.Conversations;

/// <summary>Tickets as a notice carries them.</summary>
internal static class TicketWire
{
    public static Proto.Ticket ToWire(TicketNumber ticket) => new() { Line = (int)ticket.Line, Number = ticket.Number };

    public static TicketNumber FromWire(Proto.Ticket wire) => new((Line)wire.Line, wire.Number);

    public static Proto.TicketAt ToWire(TicketView ticket, PickupDayId day) => new() { Day = day.Value, Ticket = ToWire(ticket) };

    public static TicketView FromWire(Proto.TicketView wire) => new(
        FromWire(wire.Number),
        (TicketStage)wire.Stage,
        (Line)wire.Line,
        wire.HasCounter ? wire.Counter : null,
        wire.Ahead,
        wire.Wait is { } wait ? new WaitEstimate(TimeSpan.FromMilliseconds(wait.FromMs), TimeSpan.FromMilliseconds(wait.ToMs)) : null,
        wire.HasCode ? new BookingCode(wire.Code) : null,
        (Lateness)wire.Late,
        wire.Calls);

    public static Proto.TicketView ToWire(TicketView ticket)
    {
        var wire = new Proto.TicketView
        {
            Number = ToWire(ticket.Number),
            Stage = (int)ticket.Stage,
            Line = (int)ticket.Line,
            Ahead = ticket.Ahead,
            Late = (int)ticket.Late,
            Calls = ticket.Calls,
        };
        if (ticket.Counter is { } counter)
        {
            wire.Counter = counter;
        }

        if (ticket.Wait is { } wait)
        {
            wire.Wait = new Proto.Wait { FromMs = (long)wait.From.TotalMilliseconds, ToMs = (long)wait.To.TotalMilliseconds };
        }

        if (ticket.Code is { } code)
        {
            wire.Code = code.Value;
        }

        return wire;
    }
}
