using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Api;
using Sigap.Host.Costs;
using Sigap.Host.Keys;
using Sigap.Host.Storage;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Tests.Costs;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Api;

/// <summary>An office sees what its messages cost.</summary>
public sealed class CostsSpec : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private readonly TempDatabase _temp = new();
    private readonly GeneratedApiKey _key = ApiKeys.Generate();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:Keys:0:Name"] = "head-office",
            ["Api:Keys:0:Sha256"] = _key.Sha256,
            ["ConnectionStrings:Sigap"] = _temp.Options.ConnectionString,
            ["Database:MinimumFreeMegabytes"] = "0",
            ["Keys:MasterKeyFile"] = Path.Combine(_temp.Folder, "master.key"),
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddSingleton(RealConfig.Content)
            .AddSingleton(SomePrices.List)
            .AddSingleton<CostBook>()
            .AddSingleton<CostTable>()
            .AddKeys(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddSigapApi(builder.Configuration);
        _app = builder.Build();
        _app.MapSigapApi();
        await _app.StartAsync();
        _client = _app.GetTestClient();
        _client.DefaultRequestHeaders.Add(ApiKeys.Header, _key.Key);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_month_is_told_by_category_with_its_estimate_and_the_free_messages_used()
    {
        await Delivered(1010, "service", Now);
        await Delivered(10, "utility", Now);

        var costs = await Get("?month=2026-11");

        costs.GetProperty("currency").GetString().ShouldBe("USD");
        costs.GetProperty("estimated_cost").GetDecimal().ShouldBe((10 * 0.02m) + (10 * 0.03m));
        costs.GetProperty("categories").EnumerateArray()
            .Select(category => (category.GetProperty("category").GetString(), category.GetProperty("delivered").GetInt32(), category.GetProperty("charged").GetInt32()))
            .ShouldBe([("service", 1010, 10), ("utility", 10, 10)]);
        costs.GetProperty("free_service_messages").GetProperty("percent").GetInt32().ShouldBe(101);
    }

    [Fact]
    public async Task Left_out_it_is_this_month_and_another_is_another()
    {
        await Delivered(3, "utility", Now);

        (await Get("")).GetProperty("month").GetString().ShouldBe("2026-11");
        (await Get("?month=2026-10")).GetProperty("categories").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("november")]
    [InlineData("2026-11-01")]
    public async Task What_is_no_month_is_answered_with_what_is_wrong(string month)
    {
        using var answer = await _client.GetAsync($"/api/v1/offices/jakarta-pusat/costs?month={month}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("month")[0].GetString()
            .ShouldNotBeNull().ShouldContain("2026-11");
    }

    [Fact]
    public async Task Without_a_key_nobody_sees_it()
    {
        using var stranger = _app.GetTestClient();

        (await stranger.GetAsync("/api/v1/offices/jakarta-pusat/costs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_is_described() =>
        (await _client.GetStringAsync("/openapi/v1.json")).ShouldContain("/api/v1/offices/{office}/costs");

    private async Task<JsonElement> Get(string query) =>
        await _client.GetFromJsonAsync<JsonElement>($"/api/v1/offices/jakarta-pusat/costs{query}");

    private async Task Delivered(int messages, string category, DateTimeOffset at)
    {
        var business = RealConfig.Content.Current.Offices[new OfficeId("jakarta-pusat")].BusinessNumber;
        await _app.Services.GetRequiredService<IDeliveryLog>().Record(
            [
                .. Enumerable.Range(0, messages).Select(n =>
                    new DeliveryStatus(new MessageId($"wamid.{category}.{n}"), business, DeliveryStage.Delivered, at, null, null)
                    {
                        Pricing = new MessagePricing(category, MessagePricing.Regular, true, MessagePricing.PerMessage),
                    }),
            ],
            default);
    }
}
