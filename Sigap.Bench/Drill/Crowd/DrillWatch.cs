namespace Sigap.Bench.Drill.Crowd;

/// <summary>The one clock of a drill: both ledgers count from its beginning, and no change of the wall clock moves it.</summary>
internal sealed class DrillWatch(TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();

    public TimeSpan Now => clock.GetElapsedTime(_began);

    /// <summary>For what WhatsApp writes into its messages.</summary>
    public DateTimeOffset WallClock => clock.GetUtcNow();

    public Task Wait(TimeSpan time, CancellationToken cancel) => Task.Delay(time, clock, cancel);
}
