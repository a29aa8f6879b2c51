using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Host.Cluster;
using Sigap.Host.Duty;
using Sigap.Kernel;

namespace Sigap.Host.Projections;

/// <summary>
/// Wakes conversations that owe a reply for too long: their node died between the write and the send. One that is awake looks after
/// what it handed over; one whose waking was lost is woken again by a later sweep.
/// </summary>
internal sealed class OwedSweep(
    ReadTables tables,
    IRequiredActor<ConversationRegion> region,
    DutyRoster roster,
    Departures departures,
    TimeProvider clock,
    ILogger<OwedSweep> log)
    : BackgroundService
{
    private const int MostAtOnce = 500;
    private const int MostPages = 10;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>When a node has gone: a reply that is in nobody's hands any more is not much younger.</summary>
    private static readonly TimeSpan PatienceWithOrphans = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _departed = new(0, 1);
    private ConversationId? _last;

    public override void Dispose()
    {
        base.Dispose();
        _departed.Dispose();
    }

    internal Task Sweep(IActorRef conversations, CancellationToken cancel) => Sweep(conversations, Patience, cancel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => roster.OnDuty(Watch, stoppingToken);

    private async Task Watch(CancellationToken relieved)
    {
        var conversations = await region.GetAsync(relieved);
        departures.Noticed += Hurry;
        try
        {
            await Sweep(conversations, Patience, relieved);
            while (true)
            {
                var hasDeparted = await _departed.WaitAsync(Every, relieved);
                await Sweep(conversations, hasDeparted ? PatienceWithOrphans : Patience, relieved);
            }
        }
        finally
        {
            departures.Noticed -= Hurry;
        }
    }

    private void Hurry()
    {
        if (_departed.CurrentCount == 0)
        {
            _departed.Release();
        }
    }

    /// <summary>
    /// Goes on where the last sweep ended. When a great many owe for long, for nothing can be sent, those of a node that just died come
    /// to their turn all the same.
    /// </summary>
    private async Task Sweep(IActorRef conversations, TimeSpan patience, CancellationToken cancel)
    {
        try
        {
            var woken = 0;
            for (var page = 0; page < MostPages; page++)
            {
                var owing = await tables.OwingSince(clock.GetUtcNow() - patience, _last, MostAtOnce, cancel);
                foreach (var wake in owing)
                {
                    conversations.Tell(wake);
                }

                woken += owing.Count;
                _last = owing.Count == MostAtOnce ? owing[^1].Conversation : null;
                if (_last is null)
                {
                    break;
                }
            }

            if (woken > 0)
            {
                log.LogInformation("Woke {Count} conversations that owe a reply", woken);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning("The sweep for owed replies failed ({Failure}); trying again", failure.GetType().Name);
        }
    }
}
