using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// The order in which those who wait are called. Lines take turns by the office's call cycle; a line without anybody whose time
/// has come passes its turn on. Whose slot is still far is called, by the same cycle, only when nobody else waits.
/// </summary>
internal sealed class CallOrder
{
    private readonly DaySurroundings _around;
    private readonly ILookup<bool, Ticket> _waiting;
    private readonly Dictionary<Line, Queue<Ticket>> _lines;

    private CallOrder(PickupDay day, DaySurroundings around, Ticket? newcomer = null)
    {
        _around = around;
        _waiting = LineOrder.Waiting(day).ToLookup(ticket => IsReserved(day.Hall, ticket));
        _lines = _waiting[false].Concat(newcomer is null ? [] : [newcomer])
            .GroupBy(ticket => ticket.Line)
            .ToDictionary(line => line.Key, line => new Queue<Ticket>(line));
        CycleAt = day.Hall.CycleAt % Cycle.Length;
    }

    private int CycleAt { get; set; }

    /// <summary>Names every line: an office's file that leaves one out is refused.</summary>
    private ImmutableArray<Line> Cycle => _around.Rules.CallCycle;

    /// <summary>Everybody who waits, from the next to be called to the last, if nobody comes and no time passes.</summary>
    public static ImmutableArray<Ticket> Of(PickupDay day, DaySurroundings around) => new CallOrder(day, around).Everybody();

    /// <summary>How many will be called before somebody who draws a walk-in ticket now.</summary>
    public static int AheadOfANewcomer(PickupDay day, DaySurroundings around)
    {
        var number = Drawing.NextNumber(day.Hall, Line.WalkIn);
        var newcomer = new Ticket(
            number, number.Line, Drawing.RankOfNow(number, around), around.Now, TicketStage.Waiting, Booking: null,
            Conversation: null, Lateness.OnTime, Counter: null, ReservedFor: null, Calls: 0, Nudged: false);
        return new CallOrder(day, around, newcomer).Everybody().IndexOf(newcomer);
    }

    /// <summary>The next ticket of a counter: one handed to it, or else by the cycle. Null when nobody waits for it.</summary>
    public static Call? Next(PickupDay day, DaySurroundings around, int counter)
    {
        var order = new CallOrder(day, around);
        var reserved = order._waiting[true].FirstOrDefault(ticket => ticket.ReservedFor == counter);
        return reserved is null ? order.Next() : new Call(reserved, day.Hall.CycleAt);
    }

    /// <param name="CycleAt">Where the call after it begins.</param>
    public readonly record struct Call(Ticket Ticket, int CycleAt);

    private ImmutableArray<Ticket> Everybody()
    {
        var order = ImmutableArray.CreateBuilder<Ticket>();
        order.AddRange(_waiting[true]);
        while (Next() is { } call)
        {
            order.Add(call.Ticket);
        }

        return order.ToImmutable();
    }

    private Call? Next() => Next(_around.Now) ?? Next(DateTimeOffset.MaxValue);

    /// <summary>The first line from the cycle's place on whose first ticket has its time by then.</summary>
    private Call? Next(DateTimeOffset by)
    {
        for (var step = 0; step < Cycle.Length; step++)
        {
            var turn = (CycleAt + step) % Cycle.Length;
            if (_lines.TryGetValue(Cycle[turn], out var line) && line.TryPeek(out var first)
                && LineOrder.IsDue(first, _around with { Now = by }))
            {
                CycleAt = (turn + 1) % Cycle.Length;
                return new Call(line.Dequeue(), CycleAt);
            }
        }

        return null;
    }

    /// <summary>Handed to a counter that is open. When it closes, its tickets are back in their lines.</summary>
    private static bool IsReserved(Hall hall, Ticket ticket) =>
        ticket.ReservedFor is { } counter && hall.Counters.GetValueOrDefault(counter) is { IsOpen: true };
}
