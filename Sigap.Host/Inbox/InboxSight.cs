using Sigap.Kernel;

namespace Sigap.Host.Inbox;

/// <summary>
/// What this node knows of the inbox. While it is fresh, a message cannot overtake one that another node has put there and
/// acknowledged. Only durations are compared: the nodes' clocks may differ.
/// </summary>
internal sealed class InboxSight(InboxTable table, InboxLines lines, InboxMetrics metrics, InboxPace pace, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _lookedAt;
    private bool _hasLooked;

    /// <summary>Returns when this node knows every item that was acknowledged before the call.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        if (pace.Fresh is not { } fresh || HasLookedSince(clock.GetTimestamp(), fresh))
        {
            return;
        }

        // Whoever waits here for the look of another is content with it when it began late enough.
        var called = clock.GetTimestamp();
        await _one.WaitAsync(cancel);
        try
        {
            if (!HasLookedSince(called, fresh))
            {
                await LookAlone(cancel);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Returns when an item written before the call is known to every node that takes messages.</summary>
    public Task Settle(CancellationToken cancel) => pace.Settles == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(pace.Settles, clock, cancel);

    /// <summary>Learns which conversations have items, whichever node put them there.</summary>
    public async Task<IReadOnlyDictionary<ConversationId, long>> Look(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await LookAlone(cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyDictionary<ConversationId, long>> LookAlone(CancellationToken cancel)
    {
        // Before the question is asked: what is written while it is being answered may be missing.
        var began = clock.GetTimestamp();
        var waiting = await table.Waiting(cancel);
        metrics.Waiting = waiting.Values.Sum();
        lines.Wait(waiting.Keys);
        Volatile.Write(ref _lookedAt, began);
        Volatile.Write(ref _hasLooked, true);
        return waiting;
    }

    private bool HasLookedSince(long moment, TimeSpan before) =>
        Volatile.Read(ref _hasLooked) && clock.GetElapsedTime(Volatile.Read(ref _lookedAt), moment) <= before;
}
