using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sigap.Applications;
using Sigap.Host.Api;
using Sigap.Host.Applications;
using Sigap.Host.Keys;
using Sigap.Host.Projections;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Projections;
using Sigap.Reminders;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Api;

/// <summary>The officer's list of passports whose time runs out.</summary>
public sealed class EndangeredSpec : IAsyncLifetime
{
    /// <summary>Already the 25th in Jayapura, still the 24th in Jakarta.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 16, 0, 0, TimeSpan.Zero);

    private readonly TempDatabase _temp = new();
    private readonly GeneratedApiKey _key = ApiKeys.Generate();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:Keys:0:Name"] = "counter",
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
            .AddKeys(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddApplications(builder.Configuration)
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
    public async Task The_longest_waiting_comes_first_with_the_days_it_has_left()
    {
        await Store(Ready("1106000000000001", 21), Ready("1106000000000002", 35), Ready("1106000000000003", 20));

        var passports = (await Get("jakarta-pusat")).GetProperty("passports");

        passports.EnumerateArray().Select(passport => (passport.GetProperty("number").GetString(), passport.GetProperty("days_left").GetInt32()))
            .ShouldBe([("1106000000000002", -5), ("1106000000000001", 9)]);
        passports[1].GetProperty("ready_on").GetString().ShouldBe("2026-11-03");
        passports[1].GetProperty("collect_by").GetString().ShouldBe("2026-12-03");
    }

    [Fact]
    public async Task What_was_collected_and_what_belongs_to_another_office_is_not_listed()
    {
        await Store(
            Ready("1106000000000001", 25) with { Stage = Stage.HandedOver },
            Ready("1207000000000002", 25) with { Office = new OfficeId("denpasar") });

        (await Get("jakarta-pusat")).GetProperty("passports").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task It_tells_whose_applicants_are_reminded_anyway()
    {
        await Store(Ready("1106000000000001", 25), Ready("1106000000000002", 24));
        var watched = new ReminderChange.ApplicationWatched(
            ApplicationNumber.Parse("1106000000000002")!.Value, new ConversationId("109000000000001.abc"), null, Now);
        await new ReadTables(_app.Services.GetRequiredService<SigapDatabase>(), RealConfig.Content, new ConversationNames(new byte[32]))
            .Apply([new ReadChange.Reminded(watched)], 0, 1, default);

        (await Get("jakarta-pusat")).GetProperty("passports").EnumerateArray().Select(passport => passport.GetProperty("reminded").GetBoolean())
            .ShouldBe([false, true]);
    }

    [Fact]
    public async Task Days_are_counted_from_the_offices_own_date_and_can_be_chosen()
    {
        await Store(Ready("1308000000000001", 3) with { Office = new OfficeId("jayapura") });

        var list = await Get("jayapura", "?waiting=4");

        list.GetProperty("today").GetString().ShouldBe("2026-11-25");
        list.GetProperty("passports").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("bogor", "", HttpStatusCode.NotFound)]
    [InlineData("jakarta-pusat", "?waiting=-1", HttpStatusCode.BadRequest)]
    [InlineData("jakarta-pusat", "?waiting=1000", HttpStatusCode.BadRequest)]
    public async Task A_wrong_question_is_answered_with_what_is_wrong(string office, string query, HttpStatusCode status) =>
        (await _client.GetAsync($"/api/v1/offices/{office}/endangered{query}")).StatusCode.ShouldBe(status);

    [Fact]
    public async Task Without_a_key_nobody_sees_it()
    {
        using var stranger = _app.GetTestClient();

        (await stranger.GetAsync("/api/v1/offices/jakarta-pusat/endangered")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_is_described() =>
        (await _client.GetStringAsync("/openapi/v1.json")).ShouldContain("/api/v1/offices/{office}/endangered");

    private async Task<JsonElement> Get(string office, string query = "") =>
        await _client.GetFromJsonAsync<JsonElement>($"/api/v1/offices/{office}/endangered{query}");

    private async Task Store(params PassportApplication[] applications) =>
        await _app.Services.GetRequiredService<IApplicationStore>().Upsert(applications, default);

    private static PassportApplication Ready(string number, int days) => new(
        ApplicationNumber.Parse(number)!.Value,
        new OfficeId("jakarta-pusat"),
        new DateOnly(1990, 8, 17),
        "Budi Santoso",
        Stage.ReadyForCollection,
        new DateOnly(2026, 11, 24).AddDays(-days),
        new DateOnly(2026, 11, 24).AddDays(-days),
        Now.AddDays(-1));
}
