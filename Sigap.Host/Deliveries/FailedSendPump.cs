using Sigap.Host.Duty;

namespace Sigap.Host.Deliveries;

/// <summary>
/// Tells conversations which of their sends failed, until they know; and the sender of their business number, once. Several
/// nodes may do this at the same time, and one that dies in the middle leaves the rest to the others.
/// </summary>
internal sealed class FailedSendPump(
    FailedSendTable table, IFailureTelling failures, TimeProvider clock, ILogger<FailedSendPump> log) : BackgroundService
{
    private const int Together = 16;
    private const int MostAtOnce = 64;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Then the window in which the reply could be sent again has closed.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.Go(
        Every,
        clock,
        Empty,
        failure => log.LogWarning("Failed sends could not be told ({Failure}); trying again every second", failure.GetType().Name),
        stoppingToken);

    /// <summary>Tells all that is due, once each.</summary>
    internal async Task Empty(CancellationToken cancel)
    {
        var limit = new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancel };
        while (await table.Due(clock.GetUtcNow(), MostAtOnce, cancel) is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(due, limit, async (failed, stop) => await Tell(failed, stop));
        }
    }

    private async Task Tell(FailedSend failed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now >= failed.FailedAt + Kept && failed.Told > 0)
        {
            log.LogError(
                "Conversation {Conversation} never learned that its reply {Reply} failed with code {Code}",
                failed.Tag.Conversation, failed.Tag.Reply, failed.Code ?? 0);
            await table.Remove(failed, cancel);
        }
        else if (await table.Take(failed, now + Rest(failed.Told + 1), cancel))
        {
            if (failed is { Told: 0 } && failed.ToNews() is { } news)
            {
                failures.Tell(news);
            }

            if (await failures.Tell(failed.ToCommand(), cancel))
            {
                await table.Remove(failed, cancel);
            }
        }
    }

    /// <summary>At least as long as the conversation is waited for.</summary>
    private static TimeSpan Rest(long told) =>
        told < 5 ? TimeSpan.FromSeconds(4 << (int)(told - 1)) : LongestRest;
}
