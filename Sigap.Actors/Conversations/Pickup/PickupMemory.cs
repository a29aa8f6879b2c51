using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>What facts of turns and notices make of a pickup file. Total and clockless.</summary>
internal static class PickupMemory
{
    /// <summary>As long as a passport is kept: after that it must be proven anew anyway.</summary>
    private static readonly TimeSpan ProofKept = TimeSpan.FromDays(30);

    /// <summary>Longer than any office's memory of missed bookings needs.</summary>
    internal const int NoShowsKept = 10;

    internal const int WrongCodesKept = 10;

    /// <summary>A booking is over when its day is; two days more for zones and late notices.</summary>
    private const int DaysKept = 2;

    /// <summary>Null when the fact is of another kind.</summary>
    public static PickupFile? With(PickupFile file, TurnFact fact, DateTimeOffset at) => fact switch
    {
        TurnFact.ApplicationProven proven => Proven(file, proven, at),
        TurnFact.BookingSeen seen => Seen(file, seen.Booking, at),
        TurnFact.BookingGone gone => Without(file, gone.Booking.Code),
        TurnFact.WaitlistJoined joined => Waiting(file, joined.Day),
        TurnFact.WaitlistLeft left => file with { Waits = file.Waits.Remove(left.Day) },
        TurnFact.TicketSeen seen => Drawn(file, seen.Ticket, at),
        TurnFact.DoorCodeWrong => file with { WrongDoorCodes = [.. file.WrongDoorCodes.TakeLast(WrongCodesKept - 1), at] },
        TurnFact.RemindersStopped stopped => file with { RemindersStopped = stopped.Stopped },
        TurnFact.ServiceRated => file with { Unrated = null },
        _ => null,
    };

    public static PickupFile After(PickupFile file, Notice notice, DateTimeOffset at) => notice switch
    {
        Notice.HoldLapsed lapsed => Without(file, lapsed.Booking.Code),
        Notice.PlaceOffered offered => Seen(file with { Waits = file.Waits.Remove(offered.Booking.At.Day) }, offered.Booking, at),
        Notice.OfferLapsed lapsed => Without(file, lapsed.Booking.Code),
        Notice.WaitlistClosed closed => file with { Waits = file.Waits.Remove(closed.Day) },
        Notice.BookingMoved moved => Seen(file, moved.Booking, at),
        Notice.BookingCancelled cancelled => Without(file, cancelled.Booking.Code),
        Notice.TicketDrawn drawn => Drawn(file, new DrawnTicket(drawn.Day, drawn.Ticket.Number, drawn.Ticket.Code), at),
        Notice.Missed missed => Missed(file, missed, at),
        Notice.NotSeen unseen => NoShow(Without(file, unseen.Booking.Code), at),
        Notice.Served served => Served(file, served),
        Notice.TurnNear or Notice.Called or Notice.BookingNear or Notice.CollectionDue => file,
        _ => throw new InvalidOperationException($"{notice.GetType().Name} is not a notice a pickup file knows"),
    };

    private static PickupFile Proven(PickupFile file, TurnFact.ApplicationProven fact, DateTimeOffset at)
    {
        var proven = new ProvenApplication(fact.Number, fact.Stage, fact.ReadyOn, fact.Initials, fact.IsMinor, at);
        return file with
        {
            Proven = [.. file.Proven.Where(known => known.Number != fact.Number && known.At > at - ProofKept), proven],
        };
    }

    private static PickupFile Seen(PickupFile file, BookingView booking, DateTimeOffset at) => file with
    {
        Bookings =
        [
            .. file.Bookings
                .Where(known => known.At.Code != booking.At.Code && IsKept(known.At.Day, at))
                .Append(booking)
                .OrderBy(known => known.At.Day.Date)
                .ThenBy(known => known.Seats.Length > 0 ? known.Seats[0].Slot : default)
                .ThenBy(known => known.At.Code.Value, StringComparer.Ordinal),
        ],
    };

    private static PickupFile Waiting(PickupFile file, PickupDayId day) =>
        file.Waits.Contains(day) ? file : file with { Waits = [.. file.Waits, day] };

    private static PickupFile Drawn(PickupFile file, DrawnTicket ticket, DateTimeOffset at) => file with
    {
        Tickets = [.. file.Tickets.Where(known => known != ticket && IsKept(known.Day, at)), ticket],
        Bookings = ticket.Code is { } code
            ? [.. file.Bookings.Select(known => known.At.Code == code ? known with { Ticket = ticket.Number } : known)]
            : file.Bookings,
    };

    /// <summary>Only a booking can be missed: who came without one took nobody's place.</summary>
    private static PickupFile Missed(PickupFile file, Notice.Missed missed, DateTimeOffset at)
    {
        var gone = WithoutTicket(file, missed.Day, missed.Ticket);
        return missed.Code is { } code ? NoShow(Without(gone, code), at) : gone;
    }

    private static PickupFile NoShow(PickupFile file, DateTimeOffset at) =>
        file with { NoShows = [.. file.NoShows.TakeLast(NoShowsKept - 1), at] };

    private static PickupFile Served(PickupFile file, Notice.Served served)
    {
        var gone = WithoutTicket(file, served.Day, served.Ticket) with
        {
            Proven = file.Proven.RemoveAll(proven => served.Applications.Contains(proven.Number)),
            Unrated = new DrawnTicket(served.Day, served.Ticket, served.Code),
        };
        return served.Code is { } code ? Without(gone, code) : gone;
    }

    private static PickupFile WithoutTicket(PickupFile file, PickupDayId day, TicketNumber number) =>
        file with { Tickets = file.Tickets.RemoveAll(known => known.Day == day && known.Number == number) };

    private static PickupFile Without(PickupFile file, BookingCode code) =>
        file with { Bookings = file.Bookings.RemoveAll(known => known.At.Code == code) };

    private static bool IsKept(PickupDayId day, DateTimeOffset at) =>
        day.Date.DayNumber >= DateOnly.FromDateTime(at.UtcDateTime).DayNumber - DaysKept;
}
