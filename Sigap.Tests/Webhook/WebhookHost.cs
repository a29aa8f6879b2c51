using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sigap.Host.Webhook;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Webhook;

/// <summary>The webhook on a real server on the loopback, with recorders behind it.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "fixture_app_secret_do_not_use_0123456789";
    public const string VerifyToken = "kata-rahasia";

    private readonly WebApplication _app;

    private WebhookHost(WebApplication app, Recorders recorders, RecordedLog log)
    {
        _app = app;
        Recorders = recorders;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public Recorders Recorders { get; }

    public RecordedLog Log { get; }

    public HttpClient Http { get; }

    public WebhookGate Gate => _app.Services.GetRequiredService<WebhookGate>();

    public static async Task<WebhookHost> Start(Action<WhatsAppOptions>? configure = null)
    {
        var recorders = new Recorders();
        var log = new RecordedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services
            .Configure<WhatsAppOptions>(options =>
            {
                options.AppSecret = Secret;
                options.VerifyToken = VerifyToken;
                configure?.Invoke(options);
            })
            .AddSingleton<IConversationIntake>(recorders)
            .AddSingleton<IDeliveryLog>(recorders)
            .AddSingleton<IQuarantine>(recorders)
            .AddSingleton<INoticeLog>(recorders)
            .AddSingleton<IKnownNumbers>(recorders)
            .AddSingleton<IInboundCount>(recorders)
            .AddWebhook();
        var app = builder.Build();
        app.MapWebhook();
        await app.StartAsync();
        return new WebhookHost(app, recorders, log);
    }

    public Task<HttpResponseMessage> Post(byte[] body, string? signature = null) =>
        Post(new ByteArrayContent(body), signature ?? Payload.Sign(body, Secret));

    public async Task<HttpStatusCode> Status(byte[] body)
    {
        using var answer = await Post(body);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> Post(HttpContent content, params string[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook") { Content = content };
        foreach (var signature in signatures)
        {
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        }

        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>Stands behind the webhook and remembers.</summary>
internal sealed class Recorders : IConversationIntake, IDeliveryLog, IQuarantine, INoticeLog, IKnownNumbers, IInboundCount
{
    public ConcurrentQueue<InboundMessage> Heard { get; } = [];

    public ConcurrentQueue<IReadOnlyList<DeliveryStatus>> Statuses { get; } = [];

    public ConcurrentQueue<QuarantinedItem> Quarantined { get; } = [];

    public ConcurrentQueue<AccountNotice> Notices { get; } = [];

    public ConcurrentQueue<(BusinessNumberId Business, int Messages)> Counted { get; } = [];

    public Func<InboundMessage, Task<bool>> OnHear { get; set; } = _ => Task.FromResult(true);

    /// <summary>What every write but that of a message throws.</summary>
    public Exception? Away { get; set; }

    public Task<bool> Hear(InboundMessage message, CancellationToken cancel)
    {
        Heard.Enqueue(message);
        return OnHear(message);
    }

    public Task Record(IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancel) =>
        Write(() => Statuses.Enqueue(statuses));

    public Task Keep(IReadOnlyList<QuarantinedItem> items, CancellationToken cancel) => Write(() => Each(items, Quarantined));

    public Task Keep(IReadOnlyList<AccountNotice> notices, CancellationToken cancel) => Write(() => Each(notices, Notices));

    public void Count(BusinessNumberId business, int messages) => Counted.Enqueue((business, messages));

    public bool IsOurs(BusinessNumberId business) => business.Value is "109000000000001" or "109000000000002";

    private static void Each<T>(IReadOnlyList<T> items, ConcurrentQueue<T> into)
    {
        foreach (var item in items)
        {
            into.Enqueue(item);
        }
    }

    private Task Write(Action write)
    {
        if (Away is { } failure)
        {
            return Task.FromException(failure);
        }

        write();
        return Task.CompletedTask;
    }
}

/// <summary>Everything that was logged, by whomever.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = [];

    public string All => string.Join('\n', _lines.Select(line => line.Line));

    /// <summary>Errors that are no calls for an operator.</summary>
    public IEnumerable<string> Faults =>
        _lines.Where(line => line.Level >= LogLevel.Error && !line.Line.StartsWith("Alert ", StringComparison.Ordinal)).Select(line => line.Line);

    public int Count(LogLevel level) => _lines.Count(line => line.Level == level);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
