using System.Text;

namespace Sigap.Bench.Drill.Graph;

/// <summary>Writes what the Graph API answers, in every way it can go wrong.</summary>
internal static class GraphAnswer
{
    private const int RetryAfterSeconds = 2;
    private const int Flood = 10 * 1024 * 1024;
    private static readonly TimeSpan SlowBy = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenDrips = TimeSpan.FromSeconds(1);
    private static readonly byte[] Page = "<html><body><h1>502 Bad Gateway</h1></body></html>"u8.ToArray();

    public static Task Write(HttpContext context, GraphSend send) => send.Behaviour switch
    {
        GraphBehaviour.Accepts => Json(context, StatusCodes.Status200OK, Accepted(send)),
        GraphBehaviour.TooFast => Error(context, StatusCodes.Status429TooManyRequests, 130429, "Rate limit hit"),
        GraphBehaviour.TooFastWithRetryAfter => TooFast(context),
        GraphBehaviour.PairTooFast => Error(context, StatusCodes.Status400BadRequest, 131056, "Pair rate limit hit"),
        GraphBehaviour.ServerError => Error(context, StatusCodes.Status500InternalServerError, 131000, "Something went wrong"),
        GraphBehaviour.GatewayPage => Bytes(context, StatusCodes.Status502BadGateway, "text/html", Page),
        GraphBehaviour.BadRequest => Error(context, StatusCodes.Status400BadRequest, 131009, "Parameter value is not valid"),
        GraphBehaviour.WrongToken => Error(context, StatusCodes.Status401Unauthorized, 190, "Invalid OAuth access token"),
        GraphBehaviour.Slow => Later(context, send),
        GraphBehaviour.TimesOut => Never(context),
        GraphBehaviour.AcceptsThenCuts => Cut(context),
        GraphBehaviour.AcceptsThenTruncates => Json(context, StatusCodes.Status200OK, Accepted(send)[..40]),
        GraphBehaviour.AcceptsThenGarbage => Bytes(context, StatusCodes.Status200OK, "text/html", Page),
        GraphBehaviour.AcceptsThenFloods => Bytes(context, StatusCodes.Status200OK, "application/json", new byte[Flood]),
        GraphBehaviour.AcceptsThenDrips => Drip(context, send),
        _ => throw new InvalidOperationException($"{send.Behaviour} has no answer"),
    };

    public static Task ReadMark(HttpContext context) => Json(context, StatusCodes.Status200OK, """{"success":true}""");

    public static Task Strange(HttpContext context) =>
        Error(context, StatusCodes.Status400BadRequest, 100, "Invalid parameter");

    private static string Accepted(GraphSend send) =>
        $$"""{"messaging_product":"whatsapp","contacts":[{"input":"+{{send.Phone}}","wa_id":"{{send.Phone}}"}],"messages":[{"id":"{{send.MessageId}}"}]}""";

    private static Task Error(HttpContext context, int status, int code, string message) => Json(
        context, status, $$$"""{"error":{"message":"(#{{{code}}}) {{{message}}}","type":"OAuthException","code":{{{code}}},"fbtrace_id":"drill"}}""");

    private static Task TooFast(HttpContext context)
    {
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return Error(context, StatusCodes.Status429TooManyRequests, 130429, "Rate limit hit");
    }

    private static Task Json(HttpContext context, int status, string json) =>
        Bytes(context, status, "application/json", Encoding.UTF8.GetBytes(json));

    private static async Task Bytes(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static async Task Later(HttpContext context, GraphSend send)
    {
        await Task.Delay(SlowBy, context.RequestAborted);
        await Json(context, StatusCodes.Status200OK, Accepted(send));
    }

    private static Task Never(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task Drip(HttpContext context, GraphSend send)
    {
        var body = Encoding.UTF8.GetBytes(Accepted(send));
        context.Response.ContentType = "application/json";
        for (var at = 0; at < body.Length; at++)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(at, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(BetweenDrips, context.RequestAborted);
        }
    }
}
