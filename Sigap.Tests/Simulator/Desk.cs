using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Sigap.Tests.Simulator;

/// <summary>Stands where Sigap will: checks the signature over the raw bytes, remembers, and answers through the Graph endpoint.</summary>
internal sealed class Desk(Uri graph) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Heard> _heard = Channel.CreateUnbounded<Heard>();
    private readonly HttpClient _http = new();
    private int _refusals;

    /// <summary>How many of the next webhooks get 503.</summary>
    public int Refuse
    {
        set => _refusals = value;
    }

    public bool Silent { get; set; }

    public async Task<IResult> Hear(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer);
        var raw = buffer.ToArray();
        var expected = "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(SimulatorHost.Secret), raw));
        if (http.Request.Headers["X-Hub-Signature-256"] != expected)
        {
            return Results.Unauthorized();
        }

        var value = JsonDocument.Parse(raw).RootElement.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value");
        _heard.Writer.TryWrite(new Heard(Encoding.ASCII.GetString(raw), value));
        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            return Results.StatusCode(503);
        }

        if (!Silent && value.TryGetProperty("messages", out var messages))
        {
            http.Response.OnCompleted(() => Answer(value.GetProperty("metadata").GetProperty("phone_number_id").GetString()!, messages[0]));
        }

        return Results.Ok();
    }

    /// <summary>The next webhook that fits; those before it are forgotten.</summary>
    public async Task<Heard> Next(Func<Heard, bool> fits)
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var heard in _heard.Reader.ReadAllAsync(limit.Token))
        {
            if (fits(heard))
            {
                return heard;
            }
        }

        throw new InvalidOperationException("unreachable");
    }

    public Task<Heard> NextMessage(string type) => Next(h => h.Message?.GetProperty("type").GetString() == type);

    public Task<Heard> NextStatus(string status) => Next(h => h.Status?.GetProperty("status").GetString() == status);

    private async Task Answer(string business, JsonElement message)
    {
        var type = message.GetProperty("type").GetString();
        if (type == "reaction")
        {
            return;
        }

        await Post(business, new
        {
            messaging_product = "whatsapp",
            status = "read",
            message_id = message.GetProperty("id").GetString(),
            typing_indicator = new { type = "text" },
        });
        var tapped = message.TryGetProperty("interactive", out var interactive)
            ? interactive.GetProperty(interactive.GetProperty("type").GetString()!).GetProperty("id").GetString()
            : null;
        var text = type == "text" ? message.GetProperty("text").GetProperty("body").GetString()! : "";
        await Post(business, Replies.To(message.GetProperty("from").GetString()!, business, text, tapped));
    }

    private async Task Post(string business, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{graph}/v24.0/{business}/messages") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SimulatorHost.Token);
        (await _http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A webhook as it arrived.</summary>
internal sealed record Heard(string Raw, JsonElement Value)
{
    public JsonElement? Message => Value.TryGetProperty("messages", out var messages) ? messages[0] : null;

    public JsonElement? Status => Value.TryGetProperty("statuses", out var statuses) ? statuses[0] : null;
}
