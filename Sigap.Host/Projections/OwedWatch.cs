namespace Sigap.Host.Projections;

/// <summary>Keeps fresh for how long the oldest reply has been owed. A look that fails is made again; the sweep tells of it.</summary>
internal sealed class OwedWatch(ReadTables tables, OwedMetrics metrics, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                metrics.Oldest(await tables.OwedSince(stoppingToken));
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The age goes on growing from what was known, which is what an operator must see.
            }
        }
    }
}
