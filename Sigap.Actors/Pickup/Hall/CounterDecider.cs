namespace Sigap.Pickup;

/// <summary>What counters do. A counter has at most one ticket in front of it; a ticket is in front of at most one counter.</summary>
internal static class CounterDecider
{
    public static PickupAnswer Decide(DayDraft draft, ICounterCommand command) => command switch
    {
        OpenCounter open => Open(draft, open),
        CloseCounter close => Close(draft, close),
        CallNext next => CounterCalls.Next(draft, next),
        CallTicket given => CounterCalls.Given(draft, given),
        _ => draft.Day.Hall.Counters.GetValueOrDefault(command.Counter) switch
        {
            { Ticket: { } number } => WithTicket(draft, command, number),
            { IsOpen: true } => HallAnswers.Refused(PickupRefusal.CounterFree),
            _ => HallAnswers.Refused(PickupRefusal.NoSuchCounter),
        },
    };

    private static PickupAnswer WithTicket(DayDraft draft, ICounterCommand command, TicketNumber number) => command switch
    {
        Recall again => CounterCalls.Again(draft, again, number),
        HoldTicket hold => CounterDepartures.Held(draft, hold, number),
        Transfer transfer => CounterDepartures.Transferred(draft, transfer, number),
        MarkNoShow missed => CounterDepartures.Missed(draft, missed, number),
        MarkServed served => CounterDepartures.Served(draft, served, number),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not a command of a counter"),
    };

    /// <summary>Null when the counter can call somebody.</summary>
    public static PickupRefusal? WhyItCannotCall(DayDraft draft, int number) =>
        draft.Day.Hall.Counters.GetValueOrDefault(number) switch
        {
            { Ticket: not null } => PickupRefusal.CounterBusy,
            { IsOpen: true } when Exists(draft, number) => null,
            _ => PickupRefusal.NoSuchCounter,
        };

    /// <summary>Open, and one the office has.</summary>
    public static bool IsOpen(DayDraft draft, int number) =>
        Exists(draft, number) && draft.Day.Hall.Counters.GetValueOrDefault(number) is { IsOpen: true };

    private static PickupAnswer Open(DayDraft draft, OpenCounter open)
    {
        if (!Exists(draft, open.Counter))
        {
            return HallAnswers.Refused(PickupRefusal.NoSuchCounter);
        }

        if (draft.Day.Hall.Counters.GetValueOrDefault(open.Counter) is not { IsOpen: true })
        {
            draft.Note(new DayFact.CounterOpened(open.Counter, open.Request));
        }

        return HallAnswers.AtCounter(draft, open.Counter, null);
    }

    private static PickupAnswer Close(DayDraft draft, CloseCounter close)
    {
        var counter = draft.Day.Hall.Counters.GetValueOrDefault(close.Counter);
        if (counter is null && !Exists(draft, close.Counter))
        {
            return HallAnswers.Refused(PickupRefusal.NoSuchCounter);
        }

        if (counter is { Ticket: not null })
        {
            return HallAnswers.Refused(PickupRefusal.CounterBusy);
        }

        if (counter is { IsOpen: true })
        {
            draft.Note(new DayFact.CounterClosed(close.Counter, close.Request));
        }

        return HallAnswers.AtCounter(draft, close.Counter, null);
    }

    private static bool Exists(DayDraft draft, int number) => number >= 1 && number <= draft.Around.Rules.Counters;
}
