namespace Sigap.Host.Inbox;

/// <summary>Keeps fresh what this node of several knows of the inbox. A look that fails is made again by the next message.</summary>
internal sealed class InboxWatch(InboxSight sight, InboxPace pace, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (pace.Fresh is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(pace.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sight.Look(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The pump looks as well, and tells that the inbox cannot be read.
            }
        }
    }
}
