using Sigap.Tests.Support;

namespace Sigap.Tests.Cluster;

/// <summary>Stands before the nodes as a load balancer does: asks each whether it is ready, and sends to those that are, in turn.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(500);
    private readonly SigapProcess?[] _ready;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _watches = [];
    private readonly SigapProcess?[] _nodes;
    private int _turn;

    public Balancer(int places) => (_nodes, _ready) = (new SigapProcess?[places], new SigapProcess?[places]);

    /// <summary>From now on this node is asked and, when it is ready, gets its share.</summary>
    public void Put(int place, SigapProcess node)
    {
        Volatile.Write(ref _nodes[place], node);
        Volatile.Write(ref _ready[place], node);
        _watches.Add(Watch(place, node));
    }

    public void Remove(int place)
    {
        Volatile.Write(ref _nodes[place], null);
        Volatile.Write(ref _ready[place], null);
    }

    /// <returns>Null while no node is ready.</returns>
    public SignedWebhook? Next()
    {
        for (var tried = 0; tried < _ready.Length; tried++)
        {
            var place = (int)((uint)Interlocked.Increment(ref _turn) % _ready.Length);
            if (Volatile.Read(ref _ready[place]) is { } node)
            {
                return node.Webhook;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_watches);
        _end.Dispose();
    }

    private async Task Watch(int place, SigapProcess node)
    {
        while (!_end.IsCancellationRequested && Volatile.Read(ref _nodes[place]) == node)
        {
            try
            {
                var isReady = await node.IsReady();
                if (Volatile.Read(ref _nodes[place]) == node)
                {
                    Volatile.Write(ref _ready[place], isReady ? node : null);
                }

                await Task.Delay(AskEvery, _end.Token);
            }
            catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
