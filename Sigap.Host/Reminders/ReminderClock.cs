using System.Collections.Concurrent;
using Sigap.Host.Duty;
using Sigap.Kernel;
using Sigap.Reminders;

namespace Sigap.Host.Reminders;

/// <summary>
/// Tells reminders when they are due. A row goes when its conversation has confirmed the notice; a crash between the two tells it
/// again, and the conversation takes it once. So it does no harm when a second node believes to be on duty as well.
/// </summary>
internal sealed class ReminderClock(
    ReminderTables tables, INoticeDelivery notices, DutyRoster roster, TimeProvider clock, ILogger<ReminderClock> log) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int Together = 16;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => roster.OnDuty(Tick, stoppingToken);

    private async Task Tick(CancellationToken relieved)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Ring(relieved);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !relieved.IsCancellationRequested)
            {
                log.LogWarning("The reminders that are due could not be told ({Failure}); trying again", failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(relieved));
    }

    /// <summary>Tells all that is due now, as far as it is taken.</summary>
    internal async Task Ring(CancellationToken cancel)
    {
        var late = 0;
        DueReminders due;
        int told;
        do
        {
            due = await tables.Due(clock.GetUtcNow(), MostAtOnce, cancel);
            var taken = await Tell(due.Now, cancel);
            told = taken.Count;
            await tables.Remove([.. taken, .. due.Over, .. due.Late], cancel);
            late += due.Late.Count;
            Count(taken.Count, due);
        }
        while (due.Count == MostAtOnce && told == due.Now.Count);

        if (late > 0)
        {
            log.LogWarning("Dropped {Count} reminders that came too late to make sense", late);
        }
    }

    private async Task<IReadOnlyCollection<Reminder>> Tell(IReadOnlyList<Reminder> reminders, CancellationToken cancel)
    {
        var taken = new ConcurrentBag<Reminder>();
        await Parallel.ForEachAsync(
            reminders,
            new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancel },
            async (reminder, stop) =>
            {
                if (await notices.Tell(reminder.Notify, stop))
                {
                    taken.Add(reminder);
                }
            });
        return taken;
    }

    private static void Count(int told, DueReminders due)
    {
        SigapMetrics.Reminders.Add(told, SigapMetrics.How("told"));
        SigapMetrics.Reminders.Add(due.Over.Count, SigapMetrics.How("over"));
        SigapMetrics.Reminders.Add(due.Late.Count, SigapMetrics.How("late"));
    }
}
