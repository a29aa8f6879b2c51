using System.Collections.Concurrent;
using Sigap.Content;
using Sigap.Host.Cluster;
using Sigap.Host.Content;
using Sigap.Pickup;

namespace Sigap.Host.Pickup;

/// <summary>
/// Keeps the days running on which something lives: a day whose node died or that moved to another would otherwise sleep over its
/// deadlines. Each is told how far its journal goes, so that one that has missed what another node wrote late reads it. When the
/// calendar may have changed (a start, new content) every such day is reviewed, until it says that it has.
/// </summary>
internal sealed class PickupWakes(
    PickupTables tables, IPickupDesk desk, ContentStore content, Departures departures, ILogger<PickupWakes> log) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly ConcurrentDictionary<PickupDayId, string> _reviewed = [];

    public override void Dispose()
    {
        base.Dispose();
        _changed.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        content.Changed += Hurry;
        departures.Noticed += Hurry;
        try
        {
            while (true)
            {
                var isDone = await Round(stoppingToken);
                await _changed.WaitAsync(isDone ? Every : AfterFailure, stoppingToken);
            }
        }
        finally
        {
            departures.Noticed -= Hurry;
            content.Changed -= Hurry;
        }
    }

    private void Hurry(ContentSet changed) => Hurry();

    private void Hurry()
    {
        if (_changed.CurrentCount == 0)
        {
            _changed.Release();
        }
    }

    /// <returns>False when a day did not answer: it is woken again soon.</returns>
    private async Task<bool> Round(CancellationToken cancel)
    {
        try
        {
            var version = content.Current.Version;
            var days = await tables.DaysInUse(cancel);
            foreach (var gone in _reviewed.Keys.Except(days.Select(used => used.Day)))
            {
                _reviewed.TryRemove(gone, out _);
            }

            var asleep = 0;
            await Parallel.ForEachAsync(
                days,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                async (used, stop) => _ = await Wake(used, version, stop) ? 0 : Interlocked.Increment(ref asleep));
            return asleep == 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning("The pickup days could not be woken ({Failure}); trying again", failure.GetType().Name);
            return false;
        }
    }

    private async Task<bool> Wake(DayInUse used, string version, CancellationToken cancel)
    {
        var day = used.Day;
        try
        {
            var isReviewed = _reviewed.TryGetValue(day, out var by) && by == version;
            var answer = await desk.Ask(isReviewed ? new TakeStock(day, used.Written) : new ReviewDay(day), cancel);
            if (answer is PickupAnswer.Refused { Why: PickupRefusal.NotAvailable })
            {
                return false;
            }

            _reviewed[day] = version;
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning("Pickup day {Day} does not answer ({Failure}); it will be woken again", day, failure.GetType().Name);
            return false;
        }
    }
}
