using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sigap.Tests.Support;

/// <summary>
/// Plays the Graph API on the loopback: takes every send over real HTTP, remembers it in the order of arrival, and answers
/// as it is told to.
/// </summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _memory = new();
    private readonly List<GraphSend> _sends = [];
    private int _reads;

    private GraphStandIn(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Everything taken so far, in the order of arrival.</summary>
    public ImmutableArray<GraphSend> Sends
    {
        get
        {
            lock (_memory)
            {
                return [.. _sends];
            }
        }
    }

    public int Taken
    {
        get
        {
            lock (_memory)
            {
                return _sends.Count;
            }
        }
    }

    /// <summary>How many messages were marked as read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Decides the answer to each send. May be changed while requests come in.</summary>
    public Func<GraphSend, GraphAnswer> Answer { get; set; } = _ => GraphAnswer.Accepted;

    public static async Task<GraphStandIn> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new GraphStandIn(app);
        app.MapPost("/{version}/{business}/messages", standIn.Take);
        await app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext context, string business)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        if (body.RootElement.TryGetProperty("status", out _))
        {
            Interlocked.Increment(ref _reads);
            await Reply(context, StatusCodes.Status200OK, """{"success":true}""");
            return;
        }

        var send = Remember(business, context.Request.Headers.Authorization.ToString(), body.RootElement);
        var answer = Answer(send);
        if (answer.Delay > TimeSpan.Zero)
        {
            await Task.Delay(answer.Delay);
        }

        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        if (answer.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        await Reply(context, answer.Status, answer.Code == 0
            ? $$"""{"messaging_product":"whatsapp","messages":[{"id":"{{send.MessageId}}"}]}"""
            : $$$"""{"error":{"message":"(#{{{answer.Code}}}) as told","type":"OAuthException","code":{{{answer.Code}}}}}""");
    }

    private GraphSend Remember(string business, string authorization, JsonElement body)
    {
        lock (_memory)
        {
            var send = new GraphSend(_sends.Count, DateTimeOffset.UtcNow, business, authorization, body.Clone());
            _sends.Add(send);
            return send;
        }
    }

    private static async Task Reply(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }
}
