namespace Sigap.Pickup;

/// <summary>What the facts of the hall make of a day.</summary>
internal static class HallEvolution
{
    /// <summary>Null when the fact is of another kind.</summary>
    public static PickupDay? With(PickupDay day, DayFact fact, DateTimeOffset at) => fact switch
    {
        DayFact.TicketDrawn drawn => Drawn(day, drawn, at),
        DayFact.CounterOpened opened => Of(day, Opened(day.Hall, opened.Counter, isOpen: true), opened.Request, null),
        DayFact.CounterClosed closed => Of(day, Opened(day.Hall, closed.Counter, isOpen: false), closed.Request, null),
        DayFact.TicketCalled called => Of(day, Called(day.Hall, called, at), called.Request, called.Number),
        DayFact.TicketHeld held => Of(day, Left(day.Hall, held.Number, TicketStage.OnHold, at), held.Request, held.Number),
        DayFact.TicketTransferred transferred => Of(
            day,
            Change(
                Left(day.Hall, transferred.Number, TicketStage.Waiting, at),
                transferred.Number,
                ticket => ticket with { ReservedFor = transferred.To }),
            transferred.Request,
            transferred.Number),
        DayFact.TicketMissed missed => Of(day, Left(day.Hall, missed.Number, TicketStage.NoShow, at), missed.Request, missed.Number),
        DayFact.TicketServed served => Of(day, Left(day.Hall, served.Number, TicketStage.Served, at), served.Request, served.Number),
        DayFact.TicketNudged nudged => day with { Hall = Change(day.Hall, nudged.Number, ticket => ticket with { Nudged = true }) },
        _ => null,
    };

    private static PickupDay Drawn(PickupDay day, DayFact.TicketDrawn drawn, DateTimeOffset at)
    {
        var ticket = new Ticket(
            drawn.Number, drawn.Line, drawn.Rank, at, TicketStage.Waiting, drawn.Booking, drawn.Conversation, drawn.Late,
            Counter: null, ReservedFor: null, Calls: 0, Nudged: false);
        var hall = day.Hall with
        {
            Tickets = day.Hall.Tickets.SetItem(drawn.Number, ticket),
            LastNumbers = day.Hall.LastNumbers.SetItem(drawn.Number.Line, drawn.Number.Number),
        };
        var next = drawn.Booking is { } code && day.Bookings.TryGetValue(code, out var booking)
            ? day with { Bookings = day.Bookings.SetItem(code, booking with { Ticket = drawn.Number }) }
            : day;
        return Of(next, hall, drawn.Request, drawn.Number);
    }

    private static Hall Opened(Hall hall, int number, bool isOpen)
    {
        var counter = hall.Counters.GetValueOrDefault(number) ?? new Counter(number, isOpen, null, null);
        return hall with { Counters = hall.Counters.SetItem(number, counter with { IsOpen = isOpen }) };
    }

    private static Hall Called(Hall hall, DayFact.TicketCalled called, DateTimeOffset at)
    {
        var counter = hall.Counters[called.Counter] with { Ticket = called.Number, CalledAt = at };
        return Change(hall, called.Number, ticket => ticket with
        {
            Stage = TicketStage.Called,
            Counter = called.Counter,
            ReservedFor = null,
            Calls = ticket.Calls + 1,
        }) with
        {
            Counters = hall.Counters.SetItem(called.Counter, counter),
            CycleAt = called.CycleAt,
        };
    }

    /// <summary>
    /// The ticket is no longer in front of its counter. How long it kept the counter counts however it left: who waits, waits
    /// for those who are put aside or do not come as well.
    /// </summary>
    private static Hall Left(Hall hall, TicketNumber number, TicketStage stage, DateTimeOffset at)
    {
        var left = Change(hall, number, ticket => ticket with { Stage = stage, Counter = null });
        return hall.Tickets[number].Counter is { } place && hall.Counters.GetValueOrDefault(place) is { CalledAt: { } since } counter
            && counter.Ticket == number
            ? left with
            {
                Counters = hall.Counters.SetItem(place, counter with { Ticket = null, CalledAt = null }),
                ServiceTimes = [.. hall.ServiceTimes.TakeLast(Hall.ServiceTimesKept - 1), at - since],
            }
            : left;
    }

    private static Hall Change(Hall hall, TicketNumber number, Func<Ticket, Ticket> change) =>
        hall with { Tickets = hall.Tickets.SetItem(number, change(hall.Tickets[number])) };

    private static PickupDay Of(PickupDay day, Hall hall, ulong request, TicketNumber? ticket) => day with
    {
        Hall = hall with { Requests = hall.Requests.SetItem(request, ticket), Version = day.Hall.Version + 1 },
    };
}
