using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sigap.Content;
using Sigap.Host.Api;
using Sigap.Host.Applications;
using Sigap.Host.Keys;
using Sigap.Host.Storage;
using Sigap.Tests.Applications;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Api;

public sealed class ApiSpec : IAsyncLifetime
{
    private readonly TempDatabase _temp = new();
    private readonly GeneratedApiKey _key = ApiKeys.Generate();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _app = Build(new() { ["Api:Keys:0:Name"] = "office system", ["Api:Keys:0:Sha256"] = _key.Sha256 });
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
    public async Task An_application_that_was_posted_can_be_read_back()
    {
        var posted = await Post(One("1106000000000101"));

        posted.GetProperty("stored").GetInt32().ShouldBe(1);
        var read = await _client.GetFromJsonAsync<JsonElement>("/api/v1/applications/1106000000000101");
        read.GetProperty("stage").GetString().ShouldBe("printing");
        read.GetProperty("birth_date").GetString().ShouldBe("1990-08-17");
        read.GetProperty("updated_at").GetString().ShouldBe("2026-11-20T02:00:00+00:00");
    }

    [Fact]
    public async Task What_was_read_can_be_posted_again()
    {
        await Post(One("1106000000000101"));
        var read = await _client.GetStringAsync("/api/v1/applications/1106000000000101");

        (await Post(read)).GetProperty("stored").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task In_an_array_each_item_has_its_own_result()
    {
        await Post(One("1106000000000101", updatedAt: "2026-11-21T09:00:00+07:00"));
        var answer = await Post($"[{One("1106000000000101")}, {One("12")}, 7, {One("1106000000000102")}]");

        answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("result").GetString())
            .ShouldBe(["older", "refused", "refused", "stored"]);
        answer.GetProperty("results")[1].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("number");
        answer.GetProperty("results")[2].GetProperty("problems").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task One_wrong_application_is_answered_with_its_fields()
    {
        using var response = await Send("""{"number": 1106000000000101, "office": "bogor", "stagge": "x"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.GetProperty("number")[0].GetString().ShouldBe("not text; write the value in quotes");
        errors.GetProperty("office")[0].GetString()!.ShouldContain("jakarta-pusat");
        errors.GetProperty("(other)")[0].GetString()!.ShouldContain("not known");
        errors.GetProperty("birth_date").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("7", HttpStatusCode.BadRequest)]
    [InlineData("[[[[[[[[[[[]]]]]]]]]]]", HttpStatusCode.BadRequest)]
    [InlineData("""{"name": "\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.OK)]
    public async Task Odd_bodies_are_answered_plainly(string body, HttpStatusCode expected)
    {
        using var response = await Send(body);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Too_long_and_too_many_are_refused()
    {
        (await Status($"{{\"name\": \"{new string('x', 64 * 1024)}\"}}")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Status($"[{new string(' ', 1024 * 1024)}]")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Status($"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_type_is_refused()
    {
        using var response = await _client.PostAsync("/api/v1/applications", new StringContent("number=1"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sigap_guess")]
    public async Task Without_a_valid_key_nothing_is_shown_or_stored(string? key)
    {
        using var stranger = _app.GetTestClient();
        if (key is not null)
        {
            stranger.DefaultRequestHeaders.Add(ApiKeys.Header, key);
        }

        (await stranger.GetAsync("/api/v1/applications/1106000000000011")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.PostAsync("/api/v1/applications", Json(One("1106000000000101")))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _app.Services.GetRequiredService<IApplicationStore>().IsEmpty(default)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1106000000000999", HttpStatusCode.NotFound)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task A_number_that_is_not_there_is_told_apart_from_what_is_no_number(string number, HttpStatusCode expected) =>
        (await _client.GetAsync($"/api/v1/applications/{number}")).StatusCode.ShouldBe(expected);

    [Fact]
    public async Task The_description_names_the_fields_and_the_key()
    {
        var document = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        document.GetProperty("paths").GetProperty("/api/v1/applications").GetProperty("post").GetProperty("description").GetString()!
            .ShouldContain("1 MB");
        document.GetProperty("components").GetProperty("schemas").GetProperty("ApplicationJson").GetProperty("properties")
            .GetProperty("birth_date").GetProperty("description").GetString()!.ShouldContain("1990-08-17");
        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("ApiKey").GetProperty("name").GetString()
            .ShouldBe(ApiKeys.Header);
    }

    [Fact]
    public void Keys_that_are_no_hashes_stop_the_start_and_are_not_repeated()
    {
        var refusal = Should.Throw<CannotStartException>(() => Build(new() { ["Api:Keys:0:Name"] = "x", ["Api:Keys:0:Sha256"] = "sigap_secret" }));

        refusal.Message.ShouldStartWith("Api:Keys:0:Sha256 is not 64 hexadecimal digits.");
        refusal.Message.ShouldNotContain("sigap_secret");
    }

    private WebApplication Build(Dictionary<string, string?> settings)
    {
        settings["ConnectionStrings:Sigap"] = _temp.Options.ConnectionString;
        settings["Database:MinimumFreeMegabytes"] = "0";
        settings["Keys:MasterKeyFile"] = Path.Combine(_temp.Folder, "master.key");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero)))
            .AddSingleton<IContentSource, FixedContent>()
            .AddKeys(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddApplications(builder.Configuration)
            .AddSigapApi(builder.Configuration);
        var app = builder.Build();
        app.MapSigapApi();
        return app;
    }

    private async Task<JsonElement> Post(string body)
    {
        using var response = await Send(body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpStatusCode> Status(string body)
    {
        using var response = await Send(body);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> Send(string body) => _client.PostAsync("/api/v1/applications", Json(body));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string One(string number, string updatedAt = "2026-11-20T09:00:00+07:00") => $$"""
        {"number": "{{number}}", "office": "jakarta-pusat", "birth_date": "1990-08-17", "name": "Budi Santoso",
         "stage": "printing", "stage_on": "2026-11-20", "updated_at": "{{updatedAt}}"}
        """;

    private sealed class FixedContent : IContentSource
    {
        public ContentSet Current => SomeContent.Content;
    }
}
