using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>
/// Sends over HTTP, each message once: what to do about a failure is decided by who owes the message. The Graph API knows
/// no idempotency key, so nothing here repeats a request by itself.
/// </summary>
internal sealed class GraphGateway : IWhatsAppGateway, IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly IOptionsMonitor<WhatsAppOptions> _options;
    private readonly GatewayMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public GraphGateway(IOptionsMonitor<WhatsAppOptions> options, GatewayMetrics metrics, TimeProvider clock)
    {
        _options = options;
        _metrics = metrics;
        _clock = clock;
        var handler = new SocketsHttpHandler
        {
            // Addresses of the Graph API change; a connection that lives for ever does not notice.
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = options.CurrentValue.ConnectTimeout,
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<SendOutcome> Send(OutboundMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        var outcome = await Post(message.Business, OutboundJson.Message(message), GraphAnswer.Read, cancel);
        _metrics.Sent(outcome);
        return outcome;
    }

    public async Task MarkRead(BusinessNumberId business, MessageId message, bool typing, CancellationToken cancel)
    {
        if (!_options.CurrentValue.MarkAsRead)
        {
            return;
        }

        var outcome = await Post(business, OutboundJson.Read(message, typing), ReadMark, cancel);
        _metrics.MarkedRead(outcome is SendOutcome.Accepted);
    }

    public void Dispose() => _http.Dispose();

    private async Task<SendOutcome> Post(
        BusinessNumberId business,
        ReadOnlyMemory<byte> body,
        Func<HttpResponseMessage, DateTimeOffset, CancellationToken, Task<SendOutcome>> read,
        CancellationToken cancel)
    {
        var options = _options.CurrentValue;
        using var request = Request(options, business, body);
        if (request is null)
        {
            return new SendOutcome.NotSent("WhatsApp:AccessToken or WhatsApp:GraphUrl is not usable");
        }

        using var timeout = new CancellationTokenSource(options.SendTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await read(response, _clock.GetUtcNow(), either.Token);
        }
        catch (HttpRequestException e) when (NeverConnected(e.HttpRequestError))
        {
            return new SendOutcome.NotSent(e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !either.IsCancellationRequested)
        {
            // The handler's own time limit: it has one for connecting only.
            return new SendOutcome.NotSent("connecting took too long");
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Unknown(cancel.IsCancellationRequested ? "cancelled" : "no answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new SendOutcome.Unknown("connection lost");
        }
    }

    private static HttpRequestMessage? Request(WhatsAppOptions options, BusinessNumberId business, ReadOnlyMemory<byte> body)
    {
        var address = $"{options.GraphUrl?.TrimEnd('/')}/{options.GraphVersion}/{Uri.EscapeDataString(business.Value)}/messages";
        if (string.IsNullOrWhiteSpace(options.AccessToken)
            || !Uri.TryCreate(address, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http"))
        {
            return null;
        }

        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        if (request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {options.AccessToken}"))
        {
            return request;
        }

        request.Dispose();
        return null;
    }

    private static bool NeverConnected(HttpRequestError error) => error is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    /// <summary>A read mark's answer is "success" and tells no id.</summary>
    private static Task<SendOutcome> ReadMark(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel) =>
        Task.FromResult<SendOutcome>(response.IsSuccessStatusCode
            ? new SendOutcome.Accepted(default)
            : new SendOutcome.Refused(0, (int)response.StatusCode));
}
