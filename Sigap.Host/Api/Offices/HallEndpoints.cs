using System.Globalization;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>The hall today: who comes, which counter calls whom.</summary>
internal sealed class HallEndpoints(OfficeDesk desk)
{
    public const int MostCounters = 99;

    public async Task<IResult> Queue(OfficeVisit visit, string? date, CancellationToken cancel) => visit.Day(date) is { } day
        ? await desk.Ask(
            new GetHall(day),
            answer => answer is PickupAnswer.Hall hall ? Results.Ok(QueueJson.From(hall.View, visit.Office)) : null,
            cancel)
        : OfficeProblems.Date();

    public async Task<IResult> Ticket(OfficeVisit visit, string number, string? date, CancellationToken cancel) =>
        (visit.Day(date), TicketNumber.Parse(number)) switch
        {
            (null, _) => OfficeProblems.Date(),
            (_, null) => NoTicket("number"),
            ({ } day, { } ticket) => await desk.Ask(new GetTicket(day, ticket), Drawn, cancel),
        };

    public async Task<IResult> Arrive(OfficeVisit visit, CancellationToken cancel) => visit.Body.As<ArrivalRequest>() switch
    {
        (null, { } problem) => problem,
        ({ } request, _) when PickupWords.Code(request.Code) is { } code =>
            await desk.Ask(new Arrive(visit.Today, visit.Request, code), Drawn, cancel),
        _ => OfficeProblems.Field("code", "not a booking code; it has six letters and digits"),
    };

    public async Task<IResult> Draw(OfficeVisit visit, CancellationToken cancel) => visit.Body.As<WalkInRequest>() switch
    {
        (null, { } problem) => problem,
        ({ } request, _) when PickupWords.DrawnLine(request.Line) is { } line =>
            await desk.Ask(new DrawTicket(visit.Today, visit.Request, line), Drawn, cancel),
        _ => OfficeProblems.Field("line", "not one of the words; write walk-in or priority"),
    };

    public Task<IResult> Transfer(OfficeVisit visit, string counter, CancellationToken cancel) => visit.Body.As<TransferRequest>() switch
    {
        (null, { } problem) => Task.FromResult(problem),
        ({ To: { } to and >= 1 and <= MostCounters }, _) =>
            Act(counter, number => new Transfer(visit.Today, visit.Request, number, to), cancel),
        _ => Task.FromResult(NoCounter("to")),
    };

    public Task<IResult> Call(OfficeVisit visit, string counter, CancellationToken cancel) => visit.Body.As<CallRequest>() switch
    {
        (null, { } problem) => Task.FromResult(problem),
        ({ } request, _) when TicketNumber.Parse(request.Ticket) is { } ticket =>
            Act(counter, number => new CallTicket(visit.Today, visit.Request, number, ticket), cancel),
        _ => Task.FromResult(NoTicket("ticket")),
    };

    /// <summary>An action of a counter that needs no more than its number.</summary>
    public async Task<IResult> Act(string counter, Func<int, IHallCommand> command, CancellationToken cancel) =>
        int.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostCounters
            ? await desk.Ask(command(number), answer => AtCounter(answer, number), cancel)
            : NoCounter("counter");

    private static IResult? AtCounter(PickupAnswer answer, int counter) => answer switch
    {
        PickupAnswer.AtCounter at => Results.Ok(new CounterJson(at.Counter, at.View is { } view ? TicketJson.From(view) : null)),
        PickupAnswer.Ticket ticket => Results.Ok(new CounterJson(counter, TicketJson.From(ticket.View))),
        PickupAnswer.Done => Results.Ok(new CounterJson(counter, null)),
        _ => null,
    };

    private static IResult? Drawn(PickupAnswer answer) =>
        answer is PickupAnswer.Ticket ticket ? Results.Ok(TicketJson.From(ticket.View)) : null;

    private static IResult NoTicket(string field) => OfficeProblems.Field(field, "not a ticket number; it looks like A-041");

    private static IResult NoCounter(string field) =>
        OfficeProblems.Field(field, $"not a counter number; counters are numbered from 1 to at most {MostCounters}");
}
