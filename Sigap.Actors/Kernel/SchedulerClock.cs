using Akka.Actor;

namespace Sigap.Kernel;

/// <summary>The clock of an actor system: under a test scheduler, timers and this clock move together.</summary>
public sealed class SchedulerClock(IScheduler scheduler) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => scheduler.Now.ToUniversalTime();
}
