using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Notices = Sigap.Conversations.Wire.Notices;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>The hall as the board and the counters see it.</summary>
internal static class HallViewWire
{
    public static Proto.HallView ToWire(HallView view) => new()
    {
        Day = view.Day.Value,
        Version = view.Version,
        Counters = { view.Counters.Select(ToWire) },
        Next = { view.Next.Select(TicketWire.ToWire) },
        Waiting = { view.Waiting.ToDictionary(waiting => (int)waiting.Key, waiting => waiting.Value) },
        OnHold = { view.OnHold.Select(TicketWire.ToWire) },
        WaitOfANewcomer = view.WaitOfANewcomer is { } wait
            ? new Notices.Wait { FromMs = (long)wait.From.TotalMilliseconds, ToMs = (long)wait.To.TotalMilliseconds }
            : null,
    };

    public static HallView FromWire(Proto.HallView wire) => new(
        BookingWire.Day(wire.Day),
        wire.Version,
        [.. wire.Counters.Select(FromWire)],
        [.. wire.Next.Select(TicketWire.FromWire)],
        wire.Waiting.ToImmutableSortedDictionary(waiting => (Line)waiting.Key, waiting => waiting.Value),
        [.. wire.OnHold.Select(TicketWire.FromWire)],
        wire.WaitOfANewcomer is { } wait
            ? new WaitEstimate(TimeSpan.FromMilliseconds(wait.FromMs), TimeSpan.FromMilliseconds(wait.ToMs))
            : null);

    private static Proto.CounterView ToWire(CounterView view)
    {
        var wire = new Proto.CounterView
        {
            Counter = view.Counter,
            IsOpen = view.IsOpen,
            Ticket = WireValues.ToWire(view.Ticket),
            Calls = view.Calls,
        };
        if (view.CalledAt is { } called)
        {
            wire.CalledAtMs = called.ToWire();
        }

        return wire;
    }

    private static CounterView FromWire(Proto.CounterView wire) => new(
        wire.Counter,
        wire.IsOpen,
        WireValues.Ticket(wire.Ticket),
        wire.Calls,
        wire.HasCalledAtMs ? WireTime.FromWire(wire.CalledAtMs) : null);
}
