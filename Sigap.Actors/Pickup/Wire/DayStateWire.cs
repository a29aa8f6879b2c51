using System.Collections.Immutable;
using Sigap.Kernel;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>The state of a day, in snapshots. What follows from the bookings is counted again when they are read.</summary>
internal static class DayStateWire
{
    public static Proto.PickupDay ToWire(PickupDay day) => new()
    {
        Bookings = { day.Bookings.Values.OrderBy(booking => booking.Order).Select(ToWire) },
        Waitlist = { day.Waitlist.Select(FactWire.ToWire) },
        Hall = HallStateWire.ToWire(day.Hall),
        Errands =
        {
            day.Errands.Select(owed => new Proto.OwedErrand
            {
                Number = owed.Number, Errand = DayChangeWire.ToWire(owed.Errand), SinceMs = owed.Since.ToWire(),
            }),
        },
        LastErrand = day.LastErrand,
        WaitsOver = { day.WaitsOver.Order() },
    };

    public static PickupDay FromWire(byte[] bytes)
    {
        var wire = Proto.PickupDay.Parser.ParseFrom(bytes);
        var bookings = wire.Bookings.Select((booking, order) => FromWire(booking) with { Order = order }).ToImmutableArray();
        return BookingEvolution.Of(bookings) with
        {
            Waitlist = [.. wire.Waitlist.Select(FactWire.FromWire)],
            Hall = HallStateWire.FromWire(wire.Hall),
            Errands =
            [
                .. wire.Errands.Select(owed =>
                    new OwedErrand(owed.Number, DayChangeWire.FromWire(owed.Errand), WireTime.FromWire(owed.SinceMs))),
            ],
            LastErrand = wire.LastErrand,
            WaitsOver = [.. wire.WaitsOver],
        };
    }

    private static Proto.Booking ToWire(Booking booking)
    {
        var wire = new Proto.Booking
        {
            Code = booking.Code.Value,
            Request = booking.Request,
            Seats = { booking.Seats.Select(WireValues.ToWire) },
            Priority = booking.Priority,
            Stage = (int)booking.Stage,
            Collector = (int?)booking.Collector ?? 0,
            Moves = WireValues.ToWire(booking.Moves),
            Ticket = WireValues.ToWire(booking.Ticket),
            Ended = (int?)booking.Ended ?? 0,
        };
        if (booking.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        if (booking.Until is { } until)
        {
            wire.UntilMs = until.ToWire();
        }

        return wire;
    }

    private static Booking FromWire(Proto.Booking wire) => new(
        new BookingCode(wire.Code),
        wire.Request,
        WireValues.Conversation(wire.HasConversation, wire.Conversation),
        WireValues.Seats(wire.Seats),
        wire.Priority,
        (BookingStage)wire.Stage,
        wire.HasUntilMs ? WireTime.FromWire(wire.UntilMs) : null,
        wire.Collector == 0 ? null : (Collector)wire.Collector,
        WireValues.At(wire.Moves),
        WireValues.Ticket(wire.Ticket),
        wire.Ended == 0 ? null : (BookingEnd)wire.Ended);
}
