namespace Sigap.Bench.Drill.Stage;

/// <summary>Asks a node whether it takes messages, as a load balancer does.</summary>
internal sealed class Readiness(WebhookNode node, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly Uri Question = new("/health/ready", UriKind.Relative);

    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://{node.Address}"), Timeout = TimeSpan.FromSeconds(2) };

    public async Task<bool> Now(CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.GetAsync(Question, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <returns>Whether it was ready within the time.</returns>
    public async Task<bool> Comes(TimeSpan patience, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        while (!await Now(cancel))
        {
            if (clock.GetElapsedTime(began) > patience)
            {
                return false;
            }

            await Task.Delay(BetweenLooks, clock, cancel);
        }

        return true;
    }

    public void Dispose() => _http.Dispose();
}
