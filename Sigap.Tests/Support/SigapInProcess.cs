using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sigap.Host.Startup;
using Sigap.Tests.Webhook;

namespace Sigap.Tests.Support;

/// <summary>The whole program as it ships, inside the test's process: real server, real database, real actors.</summary>
internal sealed class SigapInProcess : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SigapInProcess(WebApplication app, RecordedLog log, MovableClock clock)
    {
        _app = app;
        Log = log;
        Clock = clock;
        Webhook = new SignedWebhook(new Uri(app.Urls.First()), DataFolder.AppSecret);
    }

    public SignedWebhook Webhook { get; }

    public RecordedLog Log { get; }

    public MovableClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="adjust">Puts something else in the place of a part.</param>
    public static async Task<SigapInProcess> Start(
        string[] settings, DateTimeOffset? now = null, Action<IServiceCollection>? adjust = null)
    {
        var log = new RecordedLog();
        var clock = new MovableClock(now ?? DateTimeOffset.UtcNow);
        var app = SigapApplication.Build(settings, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            adjust?.Invoke(builder.Services);
        });
        try
        {
            await SigapApplication.Prepare(app, CancellationToken.None);
            await app.StartAsync();
            return new SigapInProcess(app, log, clock);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the program has ended by itself.</summary>
    public Task Ended() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Webhook.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>Runs like the real clock, from wherever it was put.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private long _ahead = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
