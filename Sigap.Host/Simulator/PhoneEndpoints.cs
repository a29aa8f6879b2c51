using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sigap.Host.Simulator;

/// <summary>What the page asks of the simulator.</summary>
internal static class PhoneEndpoints
{
    private const int NameLimit = 60;
    private const int TextLimit = 65_536;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/simulator/api").ExcludeFromDescription();
        api.MapGet("/setup", Setup);
        api.MapGet("/phones", (PhoneBook book) => Results.Json(book.Phones.Select(Describe)));
        api.MapPut("/phones/{phone}", Keep);
        api.MapDelete("/phones/{phone}", Remove);
        api.MapPost("/phones/{phone}/messages", Send);
        api.MapPost("/phones/{phone}/messages/{id}/again", Again);
        api.MapPost("/phones/{phone}/seen", Seen);
        api.MapGet("/phones/{phone}/events", (string phone, HttpContext http, EventStream stream) => Events([phone], http, stream));
        api.MapGet("/events", (string phones, HttpContext http, EventStream stream) =>
            Events(phones.Split(',', PhoneBook.PhoneLimit + 1), http, stream));
    }

    private static IResult Setup(SimulatorSetup setup, IServiceProvider services) => Results.Json(new
    {
        numbers = setup.Numbers.Select(n => new { id = n.Id, display = n.DisplayNumber, name = n.Name }),
        hints = services.GetService<StartPage.IDemoHints>()?.Hints.Select(h => new { text = h.Text, note = h.Note, english = h.NoteInEnglish })
            ?? [],
    });

    private static IResult Keep(string phone, PhoneOwner owner, PhoneBook book)
    {
        var name = owner.Name?.Trim() ?? "";
        if (!Phone.IsNumber(phone) || name.Length is 0 or > NameLimit)
        {
            return Problem($"A phone needs a number of 8 to 15 digits and a name of 1 to {NameLimit} characters.");
        }

        return book.Keep(new Phone(phone, name, owner.HidesNumber))
            ? Results.NoContent()
            : Problem($"There are {PhoneBook.PhoneLimit} phones already: remove one first.", StatusCodes.Status409Conflict);
    }

    private static IResult Remove(string phone, PhoneBook book)
    {
        book.Remove(phone);
        return Results.NoContent();
    }

    private static IResult Send(string phone, PhoneAction action, PhoneBook book, Network network)
    {
        if (book.Find(phone) is not { } sender)
        {
            return Results.NotFound();
        }

        if (network.Business(action.Business) is not { } business)
        {
            return Problem("business is not one of the simulated numbers.");
        }

        if (action.Text?.Length > TextLimit || action.Content() is not { } content)
        {
            return Problem($"type is not known, or the text is longer than {TextLimit} characters.");
        }

        return network.Send(sender, business, action, content) is { } id
            ? Results.Json(new { id })
            : Problem("Too many webhooks are on the way: is Sigap reachable?", StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Again(string phone, string id, PhoneBook book, Network network) =>
        book.Find(phone) is { } sender && book.Bubble(phone, id) is { } bubble && network.SendAgain(sender, bubble)
            ? Results.NoContent()
            : Results.NotFound();

    private static IResult Seen(string phone, SeenMessages seen, Network network)
    {
        network.Reached(phone, seen.Ids ?? [], Ticks.Read);
        return Results.NoContent();
    }

    private static ServerSentEventsResult<string> Events(IReadOnlyCollection<string> phones, HttpContext http, EventStream stream)
    {
        string? last = http.Request.Headers["Last-Event-ID"];
        last ??= http.Request.Query["after"];
        return TypedResults.ServerSentEvents(stream.Listen(phones, last, http.RequestAborted));
    }

    private static JsonObject Describe(Phone phone) =>
        new() { ["number"] = phone.Number, ["name"] = phone.Name, ["hidesNumber"] = phone.HidesNumber };

    private static IResult Problem(string detail, int status = StatusCodes.Status400BadRequest) => Results.Problem(detail, statusCode: status);

    private sealed record PhoneOwner(string? Name, bool HidesNumber = false);

    private sealed record SeenMessages(string[]? Ids);
}
