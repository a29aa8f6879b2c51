using Akka.Actor;

namespace Sigap.Kernel;

/// <summary>The clock of an actor system: under a test scheduler, actor timers, this clock and its timers move together.</summary>
public sealed class SchedulerClock(IScheduler scheduler) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now.ToUniversalTime();

    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SchedulerTimer(scheduler.Advanced, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SchedulerTimer(IActionScheduler scheduler, Action callback) : ITimer
    {
        private Cancelable? _pending;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _pending?.Cancel();
            _pending = null;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            _pending = new Cancelable(scheduler);
            if (period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero)
            {
                scheduler.ScheduleOnce(dueTime, callback, _pending);
            }
            else
            {
                scheduler.ScheduleRepeatedly(dueTime, period, callback, _pending);
            }

            return true;
        }

        public void Dispose() => _pending?.Cancel();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
