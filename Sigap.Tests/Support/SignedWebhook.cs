using System.Net;
using System.Text.Json;
using Sigap.Tests.Webhook;

namespace Sigap.Tests.Support;

/// <summary>Plays WhatsApp's side of the webhook: signs what it posts.</summary>
internal sealed class SignedWebhook(Uri address, string secret) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    public HttpClient Http => _http;

    /// <returns>Null when nobody answered.</returns>
    public Task<HttpStatusCode?> Post(byte[] body) => Post(body, Payload.Sign(body, secret));

    public async Task<HttpStatusCode?> Post(byte[] body, string signature)
    {
        using var content = new ByteArrayContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook") { Content = content };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>A text message as WhatsApp delivers it.</summary>
    public static byte[] Text(string business, string from, string id, string text, DateTimeOffset at, string name = "Pemohon Uji") =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "whatsapp_business_account",
            entry = new[]
            {
                new
                {
                    id = "104000000000001",
                    changes = new[]
                    {
                        new
                        {
                            field = "messages",
                            value = new
                            {
                                messaging_product = "whatsapp",
                                metadata = new { display_phone_number = "622150000001", phone_number_id = business },
                                contacts = new[] { new { profile = new { name }, wa_id = from } },
                                messages = new[]
                                {
                                    new { from, id, timestamp = $"{at.ToUnixTimeSeconds()}", type = "text", text = new { body = text } },
                                },
                            },
                        },
                    },
                },
            },
        });

    public void Dispose() => _http.Dispose();
}
