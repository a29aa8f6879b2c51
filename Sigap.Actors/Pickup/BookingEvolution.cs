using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>What the facts of bookings and of the waitlist make of a day.</summary>
internal static class BookingEvolution
{
    /// <summary>Null when the fact is of another kind.</summary>
    public static PickupDay? With(PickupDay day, DayFact fact) => fact switch
    {
        DayFact.Taken taken => Taken(day, taken),
        DayFact.Confirmed confirmed => Change(day, confirmed.Code, booking => booking with
        {
            Stage = BookingStage.Confirmed,
            Until = null,
            Collector = confirmed.Collector,
        }),
        DayFact.CollectorChanged changed => Change(day, changed.Code, booking => booking with { Collector = changed.Collector }),
        DayFact.Ended ended => Ended(day, ended),
        DayFact.Reseated reseated => Reseated(day, reseated),
        DayFact.WaitlistJoined joined => day with { Waitlist = day.Waitlist.Add(joined.Who) },
        DayFact.WaitlistLeft left => Left(day, left),
        _ => null,
    };

    /// <summary>A day with these bookings, in the order they were made: what follows from them is counted.</summary>
    public static PickupDay Of(ImmutableArray<Booking> bookings) => new()
    {
        Bookings = bookings.ToImmutableDictionary(booking => booking.Code),
        Requests = bookings.ToImmutableDictionary(booking => booking.Request, booking => booking.Code),
        Applications = ImmutableDictionary<ApplicationNumber, BookingCode>.Empty.SetItems(
            from booking in bookings
            where booking.IsLive
            from application in booking.Applications
            select KeyValuePair.Create(application, booking.Code)),
        Load = Loaded(
            ImmutableSortedDictionary<TimeOnly, SlotLoad>.Empty,
            [.. bookings.Where(booking => booking.IsLive).SelectMany(booking => booking.Seats)],
            1),
    };

    private static PickupDay Taken(PickupDay day, DayFact.Taken taken)
    {
        var booking = new Booking(
            taken.Code, taken.Request, taken.Conversation, taken.Seats, taken.Priority, taken.Stage, taken.Until,
            Collector: null, taken.Moves, Ticket: null, Ended: null)
        {
            Order = day.Bookings.Count,
        };
        return day with
        {
            Bookings = day.Bookings.SetItem(taken.Code, booking),
            Requests = day.Requests.SetItem(taken.Request, taken.Code),
            Applications = day.Applications.SetItems(
                taken.Seats.Select(seat => KeyValuePair.Create(seat.Application, taken.Code))),
            Load = Loaded(day.Load, taken.Seats, 1),
        };
    }

    private static PickupDay Ended(PickupDay day, DayFact.Ended ended)
    {
        var booking = day.Bookings[ended.Code];
        return booking.IsLive
            ? day with
            {
                Bookings = day.Bookings.SetItem(ended.Code, booking with { Ended = ended.Why, Until = null }),
                Applications = Freed(day, booking),
                Load = Loaded(day.Load, booking.Seats, -1),
            }
            : day;
    }

    /// <summary>Applications that were to be moved are with the booking they had before again, where that still lives on this day.</summary>
    private static ImmutableDictionary<ApplicationNumber, BookingCode> Freed(PickupDay day, Booking ended)
    {
        var before = ended.Moves is { } moves && day.Bookings.TryGetValue(moves.Code, out var moved) && moved.IsLive ? moved : null;
        var applications = day.Applications;
        foreach (var application in ended.Applications)
        {
            if (applications.TryGetValue(application, out var code) && code == ended.Code)
            {
                applications = before?.Applications.Contains(application) == true
                    ? applications.SetItem(application, before.Code)
                    : applications.Remove(application);
            }
        }

        return applications;
    }

    private static PickupDay Left(PickupDay day, DayFact.WaitlistLeft left) => day with
    {
        Waitlist = day.Waitlist.RemoveAll(who => who.Conversation == left.Conversation),
        WaitsOver = day.WaitsOver.Union(day.Waitlist.Where(who => who.Conversation == left.Conversation).Select(who => who.Request)),
    };

    private static PickupDay Reseated(PickupDay day, DayFact.Reseated reseated)
    {
        var booking = day.Bookings[reseated.Code];
        return day with
        {
            Bookings = day.Bookings.SetItem(reseated.Code, booking with { Seats = reseated.Seats }),
            Load = Loaded(Loaded(day.Load, booking.Seats, -1), reseated.Seats, 1),
        };
    }

    private static PickupDay Change(PickupDay day, BookingCode code, Func<Booking, Booking> change) =>
        day with { Bookings = day.Bookings.SetItem(code, change(day.Bookings[code])) };

    private static ImmutableSortedDictionary<TimeOnly, SlotLoad> Loaded(
        ImmutableSortedDictionary<TimeOnly, SlotLoad> load, ImmutableArray<Seat> seats, int by)
    {
        foreach (var seat in seats)
        {
            var before = load.GetValueOrDefault(seat.Slot);
            var after = seat.Kept ? before with { Kept = before.Kept + by } : before with { Open = before.Open + by };
            load = after == default ? load.Remove(seat.Slot) : load.SetItem(seat.Slot, after);
        }

        return load;
    }
}
