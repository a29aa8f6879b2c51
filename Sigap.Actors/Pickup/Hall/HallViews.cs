using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>What the hall shows of itself: a ticket to its applicant, the whole to the board and the counters.</summary>
internal static class HallViews
{
    /// <summary>So many of the next are on the board.</summary>
    private const int NextShown = 12;

    public static PickupAnswer Answer(PickupDay day, IPickupQuery query, DaySurroundings around) => query switch
    {
        GetHall => new PickupAnswer.Hall(HallOf(day, around)),
        GetTicket { Ticket: var number } =>
            day.Hall.Tickets.TryGetValue(number, out var ticket) && !LineOrder.IsWithdrawn(day, ticket)
                ? new PickupAnswer.Ticket(TicketOf(day, number, around))
                : new PickupAnswer.Refused(PickupRefusal.NotFound),
        _ => throw new InvalidOperationException($"{query.GetType().Name} is not a query of the hall"),
    };

    public static TicketView TicketOf(PickupDay day, TicketNumber number, DaySurroundings around)
    {
        var ticket = day.Hall.Tickets[number];
        var ahead = ticket.Stage == TicketStage.Waiting ? CallOrder.Of(day, around).IndexOf(ticket) : -1;
        return TicketOf(day.Hall, ticket, ahead, around);
    }

    /// <param name="ahead">Below 0: it does not wait.</param>
    public static TicketView TicketOf(Hall hall, Ticket ticket, int ahead, DaySurroundings around) => new(
        ticket.Number,
        ticket.Stage,
        ticket.Line,
        ticket.Counter,
        Math.Max(0, ahead),
        ahead < 0 ? null : WaitEstimates.Of(hall, around, ahead),
        ticket.Booking,
        ticket.Late,
        ticket.Calls);

    private static HallView HallOf(PickupDay day, DaySurroundings around)
    {
        var order = CallOrder.Of(day, around);
        return new HallView(
            around.Plan.Day,
            day.Hall.Version,
            CountersOf(day.Hall, around.Rules),
            [.. order.Take(NextShown).Select(ticket => ticket.Number)],
            Enum.GetValues<Line>().ToImmutableSortedDictionary(line => line, line => order.Count(ticket => ticket.Line == line)),
            [.. day.Hall.Tickets.Values
                .Where(ticket => ticket.Stage == TicketStage.OnHold)
                .Select(ticket => ticket.Number)
                .OrderBy(number => number.Line)
                .ThenBy(number => number.Number)],
            HallHours.AreNow(around) && WalkIns.PlacesLeft(day, around) > 0
                ? WaitEstimates.Of(day.Hall, around, CallOrder.AheadOfANewcomer(day, around))
                : null);
    }

    /// <summary>All the office has, opened or not; and one it no longer has, as long as somebody is in front of it.</summary>
    private static ImmutableArray<CounterView> CountersOf(Hall hall, PickupRules rules) =>
    [
        .. Enumerable.Range(1, rules.Counters)
            .Union(hall.Counters.Values.Where(counter => counter.Ticket is not null).Select(counter => counter.Number))
            .Order()
            .Select(number => hall.Counters.GetValueOrDefault(number) is { } counter
                ? new CounterView(number, counter.IsOpen, counter.Ticket, CallsOf(hall, counter), counter.CalledAt)
                : new CounterView(number, IsOpen: false, Ticket: null, Calls: 0, CalledAt: null)),
    ];

    private static int CallsOf(Hall hall, Counter counter) => counter.Ticket is { } number ? hall.Tickets[number].Calls : 0;
}
