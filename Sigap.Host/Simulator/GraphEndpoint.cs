using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>The Graph API as far as Sigap uses it: <c>POST {version}/{phone_number_id}/messages</c> for messages and read marks.</summary>
internal static class GraphEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/simulator/graph/{version}/{business}/messages", Receive).ExcludeFromDescription();

    private static async Task<IResult> Receive(
        string business, HttpContext http, SimulatorSetup setup, Network network, PhoneBook book)
    {
        if (!Authorized(http.Request, setup.AccessToken))
        {
            return GraphProblem.BadToken.ToResult();
        }

        if (network.Business(business) is not { } number)
        {
            return GraphProblem.UnknownNumber(business).ToResult();
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return document.RootElement.Text("status") is { } status
                ? MarkRead(document.RootElement, status, network, book).ToResultOr(new JsonObject { ["success"] = true })
                : Send(document.RootElement, number, setup, http, network, book);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter is a lone surrogate: no text at all.
            return GraphProblem.Parameter("The request is not valid JSON.").ToResult();
        }
    }

    private static GraphProblem? MarkRead(JsonElement mark, string status, Network network, PhoneBook book)
    {
        if (status != "read" || mark.Text("message_id") is not { } id)
        {
            return GraphProblem.Parameter("status must be read, with a message_id.");
        }

        if (book.Holder(id) is { } phone && book.Bubble(phone.Number, id) is { } bubble)
        {
            network.MarkRead(phone, bubble, mark.Member("typing_indicator")?.Text("type") == "text");
        }

        // A message no phone remembers (an earlier run, a reaction) is read as well.
        return null;
    }

    private static IResult Send(
        JsonElement message, SimulatedNumber business, SimulatorSetup setup, HttpContext http, Network network, PhoneBook book)
    {
        var templates = setup.Templates();
        if (GraphRules.Check(message, templates) is { } problem)
        {
            return problem.ToResult();
        }

        var to = message.Text("to");
        var phone = to is null ? book.FindByScopedId(message.Text("recipient")!) : Known(to.TrimStart('+'), book);
        if (phone is null)
        {
            return GraphProblem.Value(to is null ? "recipient is not a known user." : "to is not a phone number.").ToResult();
        }

        var id = Wamid.OfBusiness(phone.Number);

        // What follows from the message follows after the answer, as on the real platform nearly always.
        var act = Consequence(message, templates, business, phone, id, network, book);
        http.Response.OnCompleted(() =>
        {
            act();
            return Task.CompletedTask;
        });

        var contact = to is null
            ? new JsonObject { ["input"] = phone.ScopedId, ["user_id"] = phone.ScopedId }
            : new JsonObject { ["input"] = to, ["wa_id"] = phone.Number };
        return Results.Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(contact),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = id }),
        });
    }

    private static Action Consequence(
        JsonElement message,
        IReadOnlyList<ApprovedTemplate> templates,
        SimulatedNumber business,
        Phone phone,
        string id,
        Network network,
        PhoneBook book)
    {
        var callback = message.Text("biz_opaque_callback_data");
        if (book.Find(phone.Number) is null)
        {
            return () => network.Fail(phone, business, id, callback);
        }

        var type = message.Text("type") ?? "text";
        var body = message.Member(type)!.Value;
        if (type == "reaction")
        {
            var (target, emoji) = (body.Text("message_id")!, body.Text("emoji"));
            return () => network.React(phone, business, id, target, emoji, callback);
        }

        var content = new JsonObject
        {
            ["type"] = type,
            [type] = type == "template" ? TemplateRules.Rendered(body, templates) : JsonNode.Parse(body.GetRawText()),
        };
        var quoted = message.Member("context")?.Text("message_id");
        return () => network.Accept(phone, business, id, content, quoted, callback);
    }

    /// <summary>Every number is a phone; a new one is kept while there is room, so that a notice can be seen before its owner ever wrote.</summary>
    private static Phone? Known(string number, PhoneBook book)
    {
        if (!Phone.IsNumber(number))
        {
            return null;
        }

        if (book.Find(number) is { } known)
        {
            return known;
        }

        var phone = new Phone(number, $"+{number}");
        book.Keep(phone);
        return phone;
    }

    private static bool Authorized(HttpRequest request, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}"));

    private static IResult ToResultOr(this GraphProblem? problem, JsonObject success) => problem?.ToResult() ?? Results.Json(success);
}
