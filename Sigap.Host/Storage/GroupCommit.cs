using System.Threading.Channels;

namespace Sigap.Host.Storage;

/// <summary>
/// Many callers, one transaction: what waits while a write is under way is written together by the next one, and every
/// caller hears how its write went. Nothing is acknowledged from memory.
/// </summary>
internal sealed class GroupCommit<T> : IAsyncDisposable
{
    private const int WaitingCallers = 1024;
    private const int ItemsPerWrite = 2000;

    private readonly Func<IReadOnlyList<T>, Task> _write;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(WaitingCallers) { SingleReader = true });

    private readonly Task _loop;

    public GroupCommit(Func<IReadOnlyList<T>, Task> write)
    {
        _write = write;
        _loop = Task.Run(Loop);
    }

    /// <summary>Returns when the items are durable; throws what the write threw.</summary>
    public async Task Add(IReadOnlyList<T> items, CancellationToken cancel)
    {
        var waiting = new Waiting(items, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancel);
        await waiting.Done.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task Loop()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var group = new List<Waiting>();
            var items = new List<T>();
            while (items.Count < ItemsPerWrite && _waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
                items.AddRange(next.Items);
            }

            await WriteFor(group, items);
        }
    }

    private async Task WriteFor(List<Waiting> group, List<T> items)
    {
        try
        {
            await _write(items);
            group.ForEach(waiting => waiting.Done.TrySetResult());
        }
        catch (Exception failure)
        {
            group.ForEach(waiting => waiting.Done.TrySetException(failure));
        }
    }

    private sealed record Waiting(IReadOnlyList<T> Items, TaskCompletionSource Done);
}
