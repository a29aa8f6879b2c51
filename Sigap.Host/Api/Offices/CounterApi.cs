using System.Collections.Immutable;
using Sigap.Pickup;
using static Sigap.Pickup.PickupRefusal;

namespace Sigap.Host.Api.Offices;

/// <summary>What a counter can do, each at an address of its own: <c>counters/3/next</c>.</summary>
internal static class CounterApi
{
    private static readonly ImmutableArray<CounterAction> Plain =
    [
        new("open", "OpenCounter", "Opens the counter.",
            visit => number => new OpenCounter(visit.Today, visit.Request, number), NoSuchCounter),
        new("close", "CloseCounter", "Closes the counter, once nobody is in front of it.",
            visit => number => new CloseCounter(visit.Today, visit.Request, number), NoSuchCounter, CounterBusy),
        new("next", "CallNext", "Calls the next ticket by the office's order. Nobody waiting: ticket is null.",
            visit => number => new CallNext(visit.Today, visit.Request, number), NoSuchCounter, CounterBusy),
        new("recall", "Recall", "Calls the counter's ticket once more.",
            visit => number => new Recall(visit.Today, visit.Request, number), NoSuchCounter, CounterFree),
        new("hold", "HoldTicket", "Puts the counter's ticket aside; it keeps its number and is called again with call.",
            visit => number => new HoldTicket(visit.Today, visit.Request, number), NoSuchCounter, CounterFree),
        new("no-show", "MarkNoShow", "The ticket was called and nobody came.",
            visit => number => new MarkNoShow(visit.Today, visit.Request, number), NoSuchCounter, CounterFree),
        new("served", "MarkServed", "The passports were handed over.",
            visit => number => new MarkServed(visit.Today, visit.Request, number), NoSuchCounter, CounterFree),
    ];

    public static void Map(RouteGroupBuilder office)
    {
        var counter = office.MapGroup("/counters/{counter}");
        foreach (var action in Plain)
        {
            Describe(
                counter.MapPost(
                    $"/{action.Path}",
                    (string office, string counter, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                        endpoints.Act(counter, action.Command(OfficeVisit.Of(http)), cancel)),
                action.Name, action.Summary, action.Refusals);
        }

        Describe(
            counter.MapPost(
                "/transfer",
                (string office, string counter, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Transfer(OfficeVisit.Of(http), counter, cancel)).Takes<TransferRequest>(),
            "Transfer", "Hands the counter's ticket to another counter, as its next.", NoSuchCounter, CounterFree);
        Describe(
            counter.MapPost(
                "/call",
                (string office, string counter, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Call(OfficeVisit.Of(http), counter, cancel)).Takes<CallRequest>(),
            "CallTicket", "Calls a given ticket: one that was put aside, or out of turn.",
            NotFound, NoSuchCounter, CounterBusy);
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name, string summary, params PickupRefusal[] refusals) =>
        endpoint.WithName(name).WithSummary(summary).Repeatable().Produces<CounterJson>().Refuses([.. refusals, NotToday]);

    private sealed record CounterAction(
        string Path,
        string Name,
        string Summary,
        Func<OfficeVisit, Func<int, IHallCommand>> Command,
        params PickupRefusal[] Refusals);
}
