using System.Collections.Concurrent;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>
/// Stands before the nodes as a load balancer does: asks each of them twice a second whether it is ready, takes it out after two
/// failures and in after one success. So some posts go to a node that is just dying.
/// </summary>
internal sealed class Balancer : IDisposable
{
    private const int FailuresBeforeOut = 2;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly IWebhookNodes _nodes;
    private readonly DrillWatch _watch;
    private readonly ConcurrentDictionary<WebhookNode, int> _failures = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(1),
    };

    private int _turn;

    public Balancer(IWebhookNodes nodes, DrillWatch watch) => (_nodes, _watch) = (nodes, watch);

    /// <summary>The nodes that take webhooks at the moment.</summary>
    public IReadOnlyList<WebhookNode> Ready =>
        [.. _nodes.All.Where(node => _failures.TryGetValue(node, out var failures) && failures < FailuresBeforeOut)];

    /// <summary>The next in turn; null when none is ready.</summary>
    public WebhookNode? Next()
    {
        var ready = Ready;
        return ready.Count == 0 ? null : ready[(int)((uint)Interlocked.Increment(ref _turn) % (uint)ready.Count)];
    }

    public async Task Watch(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var began = _watch.Now;
            await Task.WhenAll(_nodes.All.Select(node => Ask(node, cancel)));
            var rest = Between - (_watch.Now - began);
            await _watch.Wait(rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(1), cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task Ask(WebhookNode node, CancellationToken cancel)
    {
        var isReady = await IsReady(node, cancel);
        _failures.AddOrUpdate(
            node,
            _ => isReady ? 0 : FailuresBeforeOut,
            (_, failures) => isReady ? 0 : failures + 1);
    }

    private async Task<bool> IsReady(WebhookNode node, CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri($"http://{node.Address}/health/ready"), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or IOException
            || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
