using System.Collections.Concurrent;
using System.Net;
using Sigap.Tests.Support;

namespace Sigap.Tests.Cluster;

/// <summary>
/// Applicants write one after the other, each once, to all offices; what is not acknowledged is delivered again after a second,
/// as WhatsApp does.
/// </summary>
internal sealed class SteadyTraffic(ClusterOfProcesses cluster, int seed)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _written = [];
    private readonly ConcurrentQueue<string> _failed = [];

    public int Written => _written.Count;

    /// <summary>Deliveries that were not acknowledged, other than by a 503: the status, or that nobody answered.</summary>
    public IReadOnlyCollection<string> Failed => _failed;

    /// <summary>Writes while a story goes on, and returns when every applicant has an answer.</summary>
    public async Task During(Func<Task> story)
    {
        using var end = new CancellationTokenSource();
        var writing = Write(end.Token);
        try
        {
            await story();
        }
        finally
        {
            await end.CancelAsync();
        }

        await writing;
        await Eventually.Becomes(() => Waits().Count == Written, () => $"all {Written} applicants are answered; {Waits().Count} are. {cluster.Written}");
    }

    public Task Reaches(int written) =>
        Eventually.Becomes(() => Written >= written, () => $"{written} applicants have written; {Written} have. {cluster.Written}");

    /// <summary>For the reader of the test's output.</summary>
    public string Tell(string story) =>
        $"{story}: {Written} applicants, {Failed.Count} failed deliveries; the longest waits: {string.Join(", ", Waits().Take(5).Select(wait => $"{wait.TotalSeconds:0.0} s"))}";

    /// <summary>How long each applicant waited for the first answer, the longest first.</summary>
    private IReadOnlyList<TimeSpan> Waits() =>
    [
        .. cluster.Graph.Sends
            .Where(send => _written.ContainsKey(send.To![1..]))
            .GroupBy(send => send.To![1..], send => send.At)
            .Select(answers => answers.Min() - _written[answers.Key])
            .OrderDescending(),
    ];

    private async Task Write(CancellationToken end)
    {
        var deliveries = new List<Task>();
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            deliveries.Add(Deliver(number));
            await Task.Delay(Apart, CancellationToken.None);
        }

        await Task.WhenAll(deliveries).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    private async Task Deliver(int number)
    {
        var phone = $"62813{seed:000}{number:000000}";
        var at = DateTimeOffset.UtcNow;
        _written[phone] = at;
        var body = SignedWebhook.Text($"10900000000000{1 + (number % 3)}", phone, $"wamid.{seed}.{number}", "halo", at);
        while (await Post(body) != HttpStatusCode.OK)
        {
            await Task.Delay(Again);
        }
    }

    private async Task<HttpStatusCode?> Post(byte[] body)
    {
        if (cluster.Balancer.Next() is not { } webhook)
        {
            return HttpStatusCode.ServiceUnavailable;
        }

        HttpStatusCode? status;
        try
        {
            status = await webhook.Post(body);
        }
        catch (ObjectDisposedException)
        {
            status = null;
        }

        if (status is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable))
        {
            _failed.Enqueue(status?.ToString() ?? "no answer");
        }

        return status;
    }
}
