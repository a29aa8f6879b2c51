using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;

namespace Sigap.Host.Projections;

/// <summary>Wakes conversations that owe a reply for too long: their node died between the write and the send.</summary>
internal sealed class OwedSweep(
    ReadTables tables, IRequiredActor<ConversationRegion> region, TimeProvider clock, ILogger<OwedSweep> log) : BackgroundService
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var conversations = await region.GetAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await Sweep(conversations, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(IActorRef conversations, CancellationToken cancel)
    {
        try
        {
            var owing = await tables.OwingSince(clock.GetUtcNow() - Patience, MostAtOnce, cancel);
            foreach (var conversation in owing)
            {
                conversations.Tell(new Wake(conversation));
            }

            if (owing.Count > 0)
            {
                log.LogInformation("Woke {Count} conversations that owe a reply", owing.Count);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The sweep for owed replies failed ({Failure}); trying again", failure.GetType().Name);
        }
    }
}
