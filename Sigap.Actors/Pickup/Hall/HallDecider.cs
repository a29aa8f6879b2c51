namespace Sigap.Pickup;

/// <summary>
/// Decides tickets and counters. A request that changed something changes nothing again and names the same ticket, wherever that
/// is by now. What was refused, or found nobody to call, left no trace: asked again it is decided anew.
/// </summary>
internal static class HallDecider
{
    public static PickupAnswer Decide(DayDraft draft, IHallCommand command) =>
        draft.Day.Hall.Requests.TryGetValue(command.Request, out var ticket)
            ? Again(draft, command, ticket)
            : command switch
            {
                Arrive arrive => Arrivals.Decide(draft, arrive),
                DrawTicket draw => WalkIns.Decide(draft, draw),
                ICounterCommand atCounter => CounterDecider.Decide(draft, atCounter),
                _ => throw new InvalidOperationException($"{command.GetType().Name} is not a command of the hall"),
            };

    private static PickupAnswer Again(DayDraft draft, IHallCommand command, TicketNumber? ticket) => (command, ticket) switch
    {
        (ICounterCommand { Counter: var counter }, _) => HallAnswers.AtCounter(draft, counter, ticket),
        (_, { } number) => HallAnswers.Ticket(draft, number),
        _ => HallAnswers.Refused(PickupRefusal.NotFound),
    };
}
