using Sigap.Conversations;
using Sigap.Host.Cluster;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Inbox;

/// <summary>
/// Delivers what waits in the inbox: in order within a conversation, a few conversations side by side. Several nodes may do
/// this at the same time. What cannot be delivered is parked, so that it does not hold up what stands behind it.
/// </summary>
internal sealed class InboxPump(
    InboxTable table,
    InboxSight sight,
    InboxLines lines,
    InboxNudge nudge,
    IHearing conversations,
    Departures departures,
    InboxMetrics metrics,
    InboxOptions options,
    TimeProvider clock,
    ILogger<InboxPump> log) : BackgroundService
{
    private const int Together = 32;
    private const int MostConversations = 64;
    private const int MostInARow = 50;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ParkedKept = TimeSpan.FromDays(8);

    /// <summary>Short: what is sent to a node that just died is lost, and the next try finds the conversation elsewhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private DateTimeOffset _tidyAt = DateTimeOffset.MinValue;
    private volatile bool _hasDeparted;
    private bool _fails;

    /// <summary>Before the first webhook is taken: what waits from before the start must not be overtaken.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        departures.Noticed += HurryNext;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Round(stoppingToken);
                await nudge.Wait(Every, stoppingToken);
            }
        }
        finally
        {
            departures.Noticed -= HurryNext;
        }
    }

    private void HurryNext()
    {
        _hasDeparted = true;
        nudge.Now();
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            if (_hasDeparted)
            {
                // What waited for the node that has gone is at home elsewhere now; its rests were made for a longer absence.
                _hasDeparted = false;
                await table.Hurry(clock.GetUtcNow(), stop);
            }

            await Empty(stop);
            await Tidy(stop);
            _fails = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            if (!_fails)
            {
                log.LogWarning("The inbox could not be delivered ({Failure}); trying again every second", failure.GetType().Name);
            }

            _fails = true;
        }
    }

    /// <summary>Delivers all that is due, as far as the conversations answer.</summary>
    internal async Task Empty(CancellationToken cancel)
    {
        var limit = new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancel };
        while (await Look(cancel))
        {
            var due = await table.Due(clock.GetUtcNow(), MostConversations, cancel);
            if (due.Count == 0)
            {
                return;
            }

            await Parallel.ForEachAsync(due, limit, async (conversation, stop) => await Deliver(conversation, stop));
        }
    }

    /// <summary>Drops what was parked long ago, and counts what is parked.</summary>
    internal async Task Tidy(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now >= _tidyAt)
        {
            metrics.Parked = await table.Forget(now - ParkedKept, cancel);
            _tidyAt = now + TidyEvery;
        }
    }

    /// <summary>Learns which conversations have items, whichever node put them there, and which have none any more.</summary>
    /// <returns>True when something waits.</returns>
    internal async Task<bool> Look(CancellationToken cancel)
    {
        var waiting = await sight.Look(cancel);
        foreach (var conversation in lines.Waiting.Where(conversation => !waiting.ContainsKey(conversation)))
        {
            await Release(conversation, cancel);
        }

        return waiting.Count > 0;
    }

    /// <summary>Within the conversation's line, where nobody on this node is about to put another item behind the last.</summary>
    private async Task Release(ConversationId conversation, CancellationToken cancel)
    {
        using var turn = await lines.Enter(conversation, cancel);
        var tidings = turn.Tidings;
        if (!await table.HasWaiting(conversation, cancel))
        {
            turn.FoundEmpty(tidings);
        }
    }

    private async Task Deliver(ConversationId conversation, CancellationToken cancel)
    {
        for (var inARow = 0; inARow < MostInARow; inARow++)
        {
            var next = await table.Take(conversation, clock.GetUtcNow(), attempt => Patience + InboxBackoff.After(attempt), cancel);
            if (next is null || !await Settle(next, cancel))
            {
                return;
            }
        }
    }

    /// <returns>True when the item is out of the way, delivered or parked.</returns>
    private async Task<bool> Settle(InboxDelivery item, CancellationToken cancel)
    {
        if (item.Attempt <= options.InboxAttempts && await IsHeard(item, cancel))
        {
            await table.Remove(item, cancel);
            metrics.Delivered();
            return true;
        }

        // A stop is nobody's fault.
        cancel.ThrowIfCancellationRequested();
        if (item.Attempt < options.InboxAttempts)
        {
            return false;
        }

        await Apologise(item, cancel);
        await table.Park(item, clock.GetUtcNow(), cancel);
        metrics.GivenUp();
        _tidyAt = DateTimeOffset.MinValue;
        log.LogError(
            "Message {Arrival} of the inbox is parked: conversation {Conversation} did not take it in {Attempts} deliveries",
            item.Arrival, item.Conversation, options.InboxAttempts);
        return true;
    }

    private Task<bool> IsHeard(InboxDelivery item, CancellationToken cancel) => Tell(item, item.Read, cancel);

    /// <summary>
    /// The same message without what may be the poison: the conversation says that it could not be handled. Under the same id, so
    /// that it is said once, and not at all when the message was taken after all. If the conversation itself is in trouble, nothing is said.
    /// </summary>
    private Task<bool> Apologise(InboxDelivery item, CancellationToken cancel) => Tell(
        item,
        () =>
        {
            var hear = item.Read();
            return hear with
            {
                Message = hear.Message with { Content = InboundContent.Unsupported.Unprocessed, ProfileName = null, InReplyTo = null },
            };
        },
        cancel);

    private async Task<bool> Tell(InboxDelivery item, Func<Hear> read, CancellationToken cancel)
    {
        try
        {
            return await conversations.Hear(read(), Patience, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Its text may quote what it failed on.
            log.LogWarning("Message {Arrival} of the inbox could not be delivered ({Failure})", item.Arrival, failure.GetType().Name);
            return false;
        }
    }
}
