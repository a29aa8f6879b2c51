using Sigap.Bench.Load;

namespace Sigap.Bench.Drill.Stage;

/// <summary>Looks once a second how much memory each node holds, and keeps the most.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;
    private long _most;

    public MemoryWatch(DrillStage stage, TimeProvider clock) => _watching = Watch(stage, clock);

    /// <summary>Of one node, since it was last asked.</summary>
    public long TakeMostBytes() => Interlocked.Exchange(ref _most, 0);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task Watch(DrillStage stage, TimeProvider clock)
    {
        try
        {
            while (true)
            {
                foreach (var node in stage.Nodes)
                {
                    Interlocked.Exchange(ref _most, Math.Max(Volatile.Read(ref _most), Held(node)));
                }

                await Task.Delay(Every, clock, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The drill is over.
        }
    }

    private static long Held(StageNode node)
    {
        try
        {
            return node.Process is { } process ? ProcessUse.Of(process).ResidentBytes : 0;
        }
        catch (Exception ended) when (ended is IOException or InvalidOperationException)
        {
            // It died while it was looked at.
            return 0;
        }
    }
}
