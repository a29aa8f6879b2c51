using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Notices = Sigap.Conversations.Wire.Notices;

namespace Sigap.Pickup;

/// <summary>Small things that stand in many messages of a pickup day.</summary>
internal static class WireValues
{
    public static ImmutableArray<ApplicationNumber> Applications(IEnumerable<string> wire) => [.. wire.Select(BookingWire.Application)];

    public static IEnumerable<string> ToWire(IEnumerable<ApplicationNumber> applications) =>
        applications.Select(application => application.Value);

    public static Notices.Seat ToWire(Seat seat) =>
        new() { Application = seat.Application.Value, SlotS = BookingWire.ToWire(seat.Slot), Kept = seat.Kept };

    public static ImmutableArray<Seat> Seats(IEnumerable<Notices.Seat> wire) =>
        [.. wire.Select(seat => new Seat(BookingWire.Application(seat.Application), BookingWire.Time(seat.SlotS), seat.Kept))];

    public static Notices.BookingAt? ToWire(BookingAt? at) => at is { } booking ? BookingWire.ToWire(booking) : null;

    public static BookingAt? At(Notices.BookingAt? wire) => wire is null ? null : BookingWire.AtFromWire(wire);

    public static Notices.Ticket? ToWire(TicketNumber? ticket) => ticket is { } number ? TicketWire.ToWire(number) : null;

    public static TicketNumber? Ticket(Notices.Ticket? wire) => wire is null ? null : TicketWire.FromWire(wire);

    public static BookingCode? Code(bool present, string wire) => present ? new BookingCode(wire) : null;

    public static ConversationId? Conversation(bool present, string wire) => present ? new ConversationId(wire) : null;
}
