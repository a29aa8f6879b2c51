using System.Diagnostics.CodeAnalysis;
using Sigap.Applications;
using Sigap.Kernel;
using Sigap.Pickup;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

/// <summary>What a conversation remembers of collecting passports, and a booking in the making.</summary>
internal static class PickupFileWire
{
    public static Proto.PickupFile ToWire(PickupFile file)
    {
        var wire = new Proto.PickupFile
        {
            Proven = { file.Proven.Select(ToWire) },
            Bookings = { file.Bookings.Select(BookingWire.ToWire) },
            Waits = { file.Waits.Select(day => day.Value) },
            Tickets = { file.Tickets.Select(ToWire) },
            NoShowsMs = { file.NoShows.Select(WireTime.ToWire) },
            WrongDoorCodesMs = { file.WrongDoorCodes.Select(WireTime.ToWire) },
            RemindersStopped = file.RemindersStopped,
        };
        if (file.Unrated is { } unrated)
        {
            wire.Unrated = ToWire(unrated);
        }

        return wire;
    }

    public static PickupFile FromWire(Proto.PickupFile? wire) => wire is null ? PickupFile.Empty : new PickupFile
    {
        Proven = [.. wire.Proven.Select(ProvenFromWire)],
        Bookings = [.. wire.Bookings.Select(BookingWire.FromWire)],
        Waits = [.. wire.Waits.Select(BookingWire.Day)],
        Tickets = [.. wire.Tickets.Select(TicketFromWire)],
        NoShows = [.. wire.NoShowsMs.Select(WireTime.FromWire)],
        WrongDoorCodes = [.. wire.WrongDoorCodesMs.Select(WireTime.FromWire)],
        Unrated = wire.Unrated is { } unrated ? TicketFromWire(unrated) : null,
        RemindersStopped = wire.RemindersStopped,
    };

    public static Proto.ApplicationProven ToWire(ApplicationNumber number, Stage stage, DateOnly? readyOn, string initials, bool isMinor)
    {
        var wire = new Proto.ApplicationProven { Number = number.Value, Stage = (int)stage, Initials = initials, IsMinor = isMinor };
        if (readyOn is { } ready)
        {
            wire.ReadyOn = ready.DayNumber;
        }

        return wire;
    }

    public static DateOnly? ReadyOn(Proto.ApplicationProven wire) => wire.HasReadyOn ? DateOnly.FromDayNumber(wire.ReadyOn) : null;

    public static Proto.DrawnTicket ToWire(DrawnTicket ticket)
    {
        var wire = new Proto.DrawnTicket { Day = ticket.Day.Value, Ticket = TicketWire.ToWire(ticket.Number) };
        if (ticket.Code is { } code)
        {
            wire.Code = code.Value;
        }

        return wire;
    }

    public static DrawnTicket TicketFromWire(Proto.DrawnTicket wire) => new(
        BookingWire.Day(wire.Day), TicketWire.FromWire(wire.Ticket), wire.HasCode ? new BookingCode(wire.Code) : null);

    [return: NotNullIfNotNull(nameof(party))]
    public static Proto.Party? ToWire(Party? party) =>
        party is null ? null : new Proto.Party { Applications = { party.Applications.Select(number => number.Value) } };

    public static Party? PartyFromWire(Proto.Party? wire) =>
        wire is null ? null : new Party([.. wire.Applications.Select(BookingWire.Application)]);

    public static Proto.BookingDraft ToWire(Step.MakingBooking step)
    {
        var draft = step.Draft;
        var wire = new Proto.BookingDraft
        {
            Party = ToWire(draft.Party),
            Priority = draft.Priority,
            Page = draft.Page,
            Asks = (int)step.Asks,
        };
        if (draft.Moves is { } moves)
        {
            wire.Moves = BookingWire.ToWire(moves);
        }

        if (draft.Day is { } day)
        {
            wire.Day = day.DayNumber;
        }

        if (draft.Held is { } held)
        {
            wire.Held = BookingWire.ToWire(held);
        }

        return wire;
    }

    public static Step.MakingBooking BookingFromWire(Proto.BookingDraft wire) => new(
        new BookingDraft(
            PartyFromWire(wire.Party) ?? Party.Nobody,
            wire.Priority,
            wire.Moves is { } moves ? BookingWire.AtFromWire(moves) : null,
            wire.HasDay ? DateOnly.FromDayNumber(wire.Day) : null,
            wire.Page,
            wire.Held is { } held ? BookingWire.AtFromWire(held) : null),
        (BookingAsks)wire.Asks);

    private static Proto.ApplicationProven ToWire(ProvenApplication proven)
    {
        var wire = ToWire(proven.Number, proven.Stage, proven.ReadyOn, proven.Initials, proven.IsMinor);
        wire.AtMs = proven.At.ToWire();
        return wire;
    }

    private static ProvenApplication ProvenFromWire(Proto.ApplicationProven wire) => new(
        BookingWire.Application(wire.Number), (Stage)wire.Stage, ReadyOn(wire), wire.Initials, wire.IsMinor, WireTime.FromWire(wire.AtMs));
}
