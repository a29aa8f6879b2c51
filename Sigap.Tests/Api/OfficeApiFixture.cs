using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Api.Offices;
using Sigap.Tests.Board;

namespace Sigap.Tests.Api;

/// <summary>A kiosk and a counter at the office in Jakarta on a Tuesday morning, before the first slot.</summary>
public abstract class OfficeApiFixture : IAsyncLifetime
{
    protected const string Jakarta = "/api/v1/offices/jakarta-pusat";

    private WorkingOffice _desk = null!;
    private BoardHost _host = null!;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 40, 0, TimeSpan.FromHours(7)));

    protected HttpClient Http => _host.Http;

    protected bool DeskIsAway
    {
        set => _desk.IsAway = value;
    }

    public async Task InitializeAsync()
    {
        _desk = new WorkingOffice(Time);
        _host = await BoardHost.Start(_desk, Time);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _desk.Dispose();
    }

    protected HttpClient Stranger(string? key) => _host.Client(key);

    protected async Task<JsonElement> Get(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(Jakarta + path);
        return await Read(response, expected);
    }

    /// <param name="key">A new one unless given.</param>
    protected async Task<JsonElement> Post(
        string path, object? body = null, string? key = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Send(path, body, key ?? Guid.NewGuid().ToString());
        return await Read(response, expected);
    }

    protected async Task<HttpResponseMessage> Send(string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Jakarta + path)
        {
            Content = body switch
            {
                null => null,
                string text => new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
                _ => JsonContent.Create(body),
            },
        };
        if (key is not null)
        {
            request.Headers.Add(IdempotencyKey.Header, key);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>A booking for today's slot, confirmed.</summary>
    protected async Task<string> Booked(int application = 1, string slot = "10:30", bool priority = false, string? date = null) =>
        Code(await Post("/bookings", Booking(application, slot, priority, date), expected: HttpStatusCode.Created));

    protected async Task<string> Arrived(int application = 1, string slot = "10:30") =>
        (await Post("/arrivals", new { code = await Booked(application, slot) })).GetProperty("number").GetString()!;

    protected static object Booking(int application = 1, string? slot = "10:30", bool priority = false, string? date = null) =>
        new { applications = new[] { Application(application) }, collector = "applicant", slot, priority, date };

    protected static string Application(int number) => $"1106{number:000000000000}";

    /// <summary>Of a booking, or of a problem.</summary>
    protected static string Code(JsonElement answer) => answer.GetProperty("code").GetString()!;

    protected static string? TicketOf(JsonElement atCounter) =>
        atCounter.GetProperty("ticket") is { ValueKind: JsonValueKind.Object } ticket ? ticket.GetProperty("number").GetString() : null;

    private static async Task<JsonElement> Read(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
