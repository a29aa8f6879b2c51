using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Host.Simulator;

/// <summary>
/// Carries webhooks to Sigap the way Meta does: signed, over HTTP, and again after growing gaps while the answer is not 200.
/// First attempts of one phone keep their order; a repetition holds nothing up.
/// </summary>
internal sealed class WebhookCourier(
    SimulatorSetup setup, OwnAddress address, PhoneBook book, TimeProvider time, ILogger<WebhookCourier> log) : IDisposable
{
    private const int Attempts = 12;
    private const int PendingLimit = 2_000;
    private static readonly TimeSpan FirstGap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(setup.AppSecret);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();
    private readonly CancellationTokenSource _stop = new();
    private int _pending;

    /// <summary>Takes a webhook to carry; false when too many are on the way already.</summary>
    /// <param name="arrived">Called once the answer was 200.</param>
    public bool Carry(string phone, string what, byte[] body, TimeSpan late = default, Action? arrived = null)
    {
        if (Interlocked.Increment(ref _pending) > PendingLimit)
        {
            Interlocked.Decrement(ref _pending);
            log.LogWarning("The simulator drops a webhook: {Limit} are on the way already", PendingLimit);
            return false;
        }

        _ = Deliver(phone, what, body, late, arrived);
        return true;
    }

    private async Task Deliver(string phone, string what, byte[] body, TimeSpan late, Action? arrived)
    {
        try
        {
            if (late > TimeSpan.Zero)
            {
                await Task.Delay(late, time, _stop.Token);
            }

            var done = await InTurn(phone, what, body);
            var gap = FirstGap;
            for (var attempt = 2; !done && attempt <= Attempts; attempt++)
            {
                await Task.Delay(gap, time, _stop.Token);
                gap = gap * 2 < LongestGap ? gap * 2 : LongestGap;
                done = await Attempt(phone, $"{what} #{attempt}", body);
            }

            if (done)
            {
                arrived?.Invoke();
            }
            else
            {
                log.LogWarning("The simulator gives up a webhook after {Attempts} attempts without 200", Attempts);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopping: whatever is on the way dies with the simulated phones.
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }

    private async Task<bool> InTurn(string phone, string what, byte[] body)
    {
        var turn = _turns.GetOrAdd(phone, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(_stop.Token);
        try
        {
            return await Attempt(phone, what, body);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<bool> Attempt(string phone, string what, byte[] body)
    {
        var start = time.GetTimestamp();
        var status = 0;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address.Webhook) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("X-Hub-Signature-256", Signature(body));
            using var response = await _http.SendAsync(request, _stop.Token);
            status = (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // No answer is as good as a bad one: it is tried again.
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // Our own time limit.
        }

        book.Tell(phone, Signal.Wire(phone, what, status, time.GetElapsedTime(start).TotalMilliseconds));
        return status == (int)HttpStatusCode.OK;
    }

    private string Signature(byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, body));

    public void Dispose()
    {
        _stop.Cancel();
        _http.Dispose();
        _stop.Dispose();
    }
}
