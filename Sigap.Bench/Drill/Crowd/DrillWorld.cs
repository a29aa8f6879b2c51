using System.Net;
using Sigap.Bench.Drill.Graph;
using Sigap.Content;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>Everything around the nodes of a drill: the applicants, WhatsApp with its balancer, and the Graph API, with both ledgers.</summary>
internal sealed class DrillWorld : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Balancer _balancer;
    private readonly Postman _postman;
    private readonly StatusMail _mail;
    private Task _working = Task.CompletedTask;

    private DrillWorld(CrowdSettings settings, ContentSet content, IWebhookNodes nodes, DrillWatch watch)
    {
        var payloads = new CrowdPayloads(settings.AppSecret);
        Watch = watch;
        Ledger = new CrowdLedger(watch);
        Sent = new GraphLedger(watch);
        Citizens = Citizens.Invent(settings, content, DateOnly.FromDateTime(watch.WallClock.UtcDateTime));
        _balancer = new Balancer(nodes, watch);
        _postman = new Postman(settings, _balancer, Ledger);
        _mail = new StatusMail(payloads, _postman, watch, settings);
        Crowd = new Crowd(settings, Citizens, payloads, _postman, Ledger);
    }

    public DrillWatch Watch { get; }

    public Citizens Citizens { get; }

    public Crowd Crowd { get; }

    public GraphServer Graph { get; private set; } = null!;

    /// <summary>Ledger W.</summary>
    public CrowdLedger Ledger { get; }

    /// <summary>Ledger G.</summary>
    public GraphLedger Sent { get; }

    /// <summary>Nodes the balancer sends webhooks to at the moment.</summary>
    public IReadOnlyList<WebhookNode> Ready => _balancer.Ready;

    /// <summary>The Graph API answers; the crowd waits for <see cref="StartWriting"/>.</summary>
    /// <param name="graphAddress">Where the nodes reach the Graph API.</param>
    public static async Task<DrillWorld> Start(
        CrowdSettings settings, ContentSet content, IWebhookNodes nodes, IPAddress graphAddress, TimeProvider clock)
    {
        var world = new DrillWorld(settings, content, nodes, new DrillWatch(clock));
        var listeners = world.Citizens.All.ToDictionary(citizen => citizen.Phone);
        world.Graph = await GraphServer.Start(
            graphAddress, world.Sent, world._mail, send => listeners.GetValueOrDefault(send.Phone)?.Hear(send.Text), settings.Seed, world._end.Token);
        world._working = Task.WhenAll(
            Task.Run(() => world._balancer.Watch(world._end.Token)), Task.Run(() => world._mail.Work(world._end.Token)));
        return world;
    }

    public void StartWriting() => Crowd.Start(_end.Token);

    /// <summary>Nobody writes any more until a rate is set again; waits until all is acknowledged, all statuses are told, and Sigap owes nothing.</summary>
    /// <returns>How long it took; null when it took longer than the limit.</returns>
    public Task<TimeSpan?> Drain(TimeSpan limit, Func<CancellationToken, Task<bool>> owesNothing, CancellationToken cancel) =>
        Crowd.Drain(limit, async cancelled => _mail.IsEmpty && await owesNothing(cancelled), cancel);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Crowd.Ended();
        try
        {
            await _working;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        await Graph.DisposeAsync();
        _postman.Dispose();
        _balancer.Dispose();
        _end.Dispose();
    }
}
