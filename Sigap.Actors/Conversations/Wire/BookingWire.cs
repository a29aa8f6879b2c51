using Sigap.Kernel;
using Sigap.Pickup;
using Proto = Sigap.Conversations.Wire.Notices;

namespace Sigap.Conversations;

/// <summary>Bookings as a notice carries them.</summary>
internal static class BookingWire
{
    public static Proto.BookingAt ToWire(BookingAt at) => new() { Day = at.Day.Value, Code = at.Code.Value };

    public static BookingAt AtFromWire(Proto.BookingAt wire) => new(Day(wire.Day), new BookingCode(wire.Code));

    public static Proto.BookingView ToWire(BookingView booking)
    {
        var wire = new Proto.BookingView
        {
            At = ToWire(booking.At),
            Stage = (int)booking.Stage,
            Seats = { booking.Seats.Select(ToWire) },
            Priority = booking.Priority,
            Collector = (int?)booking.Collector ?? 0,
        };
        if (booking.Until is { } until)
        {
            wire.UntilMs = until.ToWire();
        }

        if (booking.Ticket is { } ticket)
        {
            wire.Ticket = TicketWire.ToWire(ticket);
        }

        return wire;
    }

    public static BookingView FromWire(Proto.BookingView wire) => new(
        AtFromWire(wire.At),
        (BookingStage)wire.Stage,
        [.. wire.Seats.Select(seat => new Seat(Application(seat.Application), Time(seat.SlotS), seat.Kept))],
        wire.Priority,
        wire.Collector == 0 ? null : (Collector)wire.Collector,
        wire.HasUntilMs ? WireTime.FromWire(wire.UntilMs) : null,
        wire.Ticket is { } ticket ? TicketWire.FromWire(ticket) : null);

    public static int ToWire(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerSecond);

    public static TimeOnly Time(int seconds) => new(seconds * TimeSpan.TicksPerSecond);

    public static PickupDayId Day(string wire) =>
        PickupDayId.Parse(wire) ?? throw new InvalidDataException("A notice names no pickup day");

    public static ApplicationNumber Application(string wire) =>
        ApplicationNumber.Parse(wire) ?? throw new InvalidDataException("A notice holds no application number");

    private static Proto.Seat ToWire(Seat seat) => new() { Application = seat.Application.Value, SlotS = ToWire(seat.Slot), Kept = seat.Kept };
}
