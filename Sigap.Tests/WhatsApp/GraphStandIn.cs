using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sigap.Tests.WhatsApp;

/// <summary>A Graph API on the loopback that answers as told and remembers what it was asked.</summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GraphStandIn(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public ConcurrentQueue<(string Path, string? Authorization, string Body)> Asked { get; } = [];

    public RequestDelegate Answer { get; set; } = context => Json(context, 200, """{"messages":[{"id":"wamid.out"}]}""");

    public static async Task<GraphStandIn> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new GraphStandIn(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            standIn.Asked.Enqueue((context.Request.Path, context.Request.Headers.Authorization, body));
            await standIn.Answer(context);
        });
        await app.StartAsync();
        return standIn;
    }

    public static async Task Json(HttpContext context, int status, string body, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsync(body, Encoding.UTF8);
    }

    /// <summary>An address where nobody listens.</summary>
    public static string NobodysUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
