using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Host.Api;
using Sigap.Host.Api.Offices;
using Sigap.Tests.Hosting;
using Sigap.Tests.Support;

namespace Sigap.Tests.Api;

/// <summary>The hall over REST on the whole program: actors, journal, and a restart in the middle of the morning.</summary>
[Collection(HostingCollection.Name)]
public sealed class OfficeRestartSpec : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 9, 40, 0, TimeSpan.FromHours(7));

    private readonly DataFolder _folder = new();
    private readonly GeneratedApiKey _key = ApiKeys.Generate();
    private GraphStandIn _graph = null!;

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_restart_changes_nothing_and_a_repeated_request_calls_nobody_else()
    {
        await using (var sigap = await Start(Morning))
        {
            using var counter = Counter(sigap);
            await Tell(counter, "counters/1/open", "counter-1-open");
            var booking = await Tell(counter, "bookings", "kiosk-booking", new { applications = new[] { "1106000000000018" }, collector = "family" });
            await Tell(counter, "arrivals", "kiosk-arrival", new { code = booking.GetProperty("code").GetString() });
            await Tell(counter, "walk-ins", "kiosk-walk-in", new { line = "walk-in" });
            Number(await Tell(counter, "counters/1/next", "counter-1-next")).ShouldBe("B-001");
            sigap.Log.All.ShouldNotContain("1106000000000018");
        }

        await using (var again = await Start(Morning.AddHours(1)))
        {
            using var counter = Counter(again);
            Number(await Tell(counter, "counters/1/next", "counter-1-next")).ShouldBe("B-001");
            (await counter.GetStringAsync("/board/jakarta-pusat")).ShouldContain("data-counter=\"1\" data-call=\"B-001.1\"");
            Number(await Tell(counter, "counters/1/served", "counter-1-served")).ShouldBe("B-001");
            Number(await Tell(counter, "counters/1/next", "counter-1-next-2")).ShouldBe("A-001");
        }
    }

    private static string? Number(JsonElement atCounter) => atCounter.GetProperty("ticket").GetProperty("number").GetString();

    private Task<SigapInProcess> Start(DateTimeOffset now) => SigapInProcess.Start(
        _folder.Settings(_graph.Url, "--Api:Keys:0:Name=counter", $"--Api:Keys:0:Sha256={_key.Sha256}"), now);

    private HttpClient Counter(SigapInProcess sigap)
    {
        var address = sigap.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add(ApiKeys.Header, _key.Key);
        return client;
    }

    private static async Task<JsonElement> Tell(HttpClient counter, string action, string key, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/offices/jakarta-pusat/{action}");
        request.Headers.Add(IdempotencyKey.Header, key);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await counter.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
