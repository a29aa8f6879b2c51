using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Host.Duty;
using Sigap.Pickup;

namespace Sigap.Host.Identity;

/// <summary>
/// Joins conversations that turned out to be one person's, again and again until both say that it is done. One node does it for
/// all; for a moment two may, and every step may be done twice.
/// </summary>
internal sealed class IdentityPump(
    IdentityTable table,
    IRequiredActor<ConversationRegion> region,
    IPickupDesk desk,
    DutyRoster roster,
    TimeProvider clock,
    ILogger<IdentityPump> log) : BackgroundService
{
    private const int MostAtOnce = 50;
    private const int AttemptsUntilWarning = 5;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => roster.OnDuty(Watch, stoppingToken);

    private async Task Watch(CancellationToken relieved)
    {
        var conversations = await region.GetAsync(relieved);
        var joining = new Joining((command, cancel) => conversations.Ask<object>(command, cancel), desk);
        await Rounds.Go(
            Every,
            clock,
            stop => Empty(joining, stop),
            failure => log.LogWarning("Conversations of one person could not be joined ({Failure}); trying again", failure.GetType().Name),
            relieved);
    }

    private async Task Empty(Joining joining, CancellationToken cancel)
    {
        foreach (var join in await table.Due(clock.GetUtcNow(), MostAtOnce, cancel))
        {
            if (await table.Take(join, clock.GetUtcNow(), Patience, cancel) && await IsDone(joining, join, cancel))
            {
                await table.Remove(join, cancel);
            }
        }
    }

    private async Task<bool> IsDone(Joining joining, IdentityJoin join, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            if (await joining.Carry(join.One, join.Other, join.ChangedAt, either.Token))
            {
                return true;
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException)
        {
            cancel.ThrowIfCancellationRequested();
        }

        if (join.Attempts >= AttemptsUntilWarning)
        {
            log.LogWarning("Conversations {One} and {Other} are not joined yet, after {Attempts} tries", join.One, join.Other, join.Attempts + 1);
        }

        return false;
    }
}
