using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Sigap.Host.Api.Offices;
using Sigap.Pickup;

namespace Sigap.Tests.Api;

/// <summary>Who may ask an office, how a request must look, and what the description says of it.</summary>
public sealed class OfficeAccessSpec : OfficeApiFixture
{
    private const string Kiosk = "kiosk-1-0001";
    private const string AnyOffice = "/api/v1/offices/{office}";

    [Theory]
    [InlineData(null)]
    [InlineData("sigap_guess")]
    public async Task Without_a_valid_key_nothing_is_shown_or_done(string? key)
    {
        using var stranger = Stranger(key);

        (await stranger.GetAsync(Jakarta + "/bookings")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.GetAsync(Jakarta + "/door-code")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.GetAsync("/api/v1/offices/bogor/queue")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.PostAsync(Jakarta + "/counters/1/open", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_office_is_answered_with_the_known_ones()
    {
        using var response = await Http.GetAsync("/api/v1/offices/bogor/queue");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Code(problem).ShouldBe("unknown-office");
        problem.GetProperty("detail").GetString().ShouldBe("The offices are denpasar, jakarta-pusat, jayapura.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("with a space in it")]
    public async Task A_change_without_a_key_of_its_own_is_refused_with_the_remedy(string? key)
    {
        using var response = await Send("/counters/1/open", null, key);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Code(problem).ShouldBe("idempotency-key-missing");
        problem.GetProperty("detail").GetString()!.ShouldContain("UUID");
    }

    [Fact]
    public async Task A_day_that_does_not_answer_is_a_503_and_the_request_can_be_repeated()
    {
        DeskIsAway = true;
        Code(await Post("/counters/1/open", key: Kiosk, expected: HttpStatusCode.ServiceUnavailable)).ShouldBe("not-available");
        Code(await Get("/queue", HttpStatusCode.ServiceUnavailable)).ShouldBe("not-available");
        Code(await Get("/days", HttpStatusCode.ServiceUnavailable)).ShouldBe("not-available");

        DeskIsAway = false;
        await Post("/counters/1/open", key: Kiosk);
    }

    [Fact]
    public async Task A_body_that_is_too_long_or_not_JSON_is_refused()
    {
        var tooLong = $"{{\"code\": \"{new string('x', OfficeBody.Limit)}\"}}";
        Code(await Post("/arrivals", tooLong, expected: HttpStatusCode.RequestEntityTooLarge)).ShouldBe("too-long");

        using var request = new HttpRequestMessage(HttpMethod.Post, Jakarta + "/arrivals");
        request.Content = new StringContent("code=AAAAAA", Encoding.UTF8, "text/plain");
        request.Headers.Add(IdempotencyKey.Header, Kiosk);
        using var response = await Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task An_office_further_east_has_its_own_today()
    {
        Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 30, 0, TimeSpan.Zero));

        (await Get("/door-code")).GetProperty("date").GetString().ShouldBe("2026-11-24");
        var jayapura = await Http.GetFromJsonAsync<JsonElement>("/api/v1/offices/jayapura/door-code");
        jayapura.GetProperty("date").GetString().ShouldBe("2026-11-25");
    }

    [Fact]
    public void Every_refusal_has_a_status_a_code_of_its_own_and_a_remedy()
    {
        Enum.GetValues<PickupRefusal>().ShouldBe(Refusal.All.Keys, ignoreOrder: true);
        Refusal.All.Values.Select(refusal => refusal.Code).ShouldBeUnique();
        Refusal.All.Values.ShouldAllBe(refusal => refusal.Status >= 400 && refusal.Remedy.Length > 10);
    }

    [Fact]
    public async Task The_description_has_every_address_with_its_key_units_and_refusals()
    {
        var document = await Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith(AnyOffice, StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name[AnyOffice.Length..], Operation: operation)))
            .ToDictionary(found => $"{found.Operation.Name} {found.Path}", found => found.Operation.Value);

        paths.Keys.Order(StringComparer.Ordinal).ShouldBe(new[]
        {
            "get /bookings", "get /bookings/{code}", "get /costs", "get /days", "get /door-code", "get /endangered", "get /queue",
            "get /tickets/{number}",
            "post /arrivals", "post /bookings", "post /bookings/{code}/cancel", "post /walk-ins",
            "post /counters/{counter}/call", "post /counters/{counter}/close", "post /counters/{counter}/hold",
            "post /counters/{counter}/next", "post /counters/{counter}/no-show", "post /counters/{counter}/open",
            "post /counters/{counter}/recall", "post /counters/{counter}/served", "post /counters/{counter}/transfer",
        }.Order(StringComparer.Ordinal));

        foreach (var (name, operation) in paths)
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(name);
            var parameters = operation.GetProperty("parameters").EnumerateArray().ToList();
            parameters.ShouldAllBe(parameter => parameter.GetProperty("description").GetString()!.Length > 0, name);
            parameters.Any(IsRequiredKey).ShouldBe(name.StartsWith("post", StringComparison.Ordinal), name);
            operation.GetProperty("responses").TryGetProperty("401", out _).ShouldBeTrue(name);
        }

        var refusals = paths["post /bookings"].GetProperty("responses");
        refusals.GetProperty("409").GetProperty("description").GetString()!.ShouldContain("`already-booked`");
        refusals.GetProperty("422").GetProperty("description").GetString()!.ShouldContain("`too-far-ahead`");
        refusals.GetProperty("503").GetProperty("description").GetString()!.ShouldContain("`not-available`");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Property(schemas, "WaitJson", "to_minutes").GetProperty("maximum").ToString().ShouldBe("1440");
        Property(schemas, "WalkInRequest", "line").GetProperty("pattern").GetString()!.ShouldContain("walk-in|priority");
    }

    private static bool IsRequiredKey(JsonElement parameter) =>
        parameter.GetProperty("name").GetString() == IdempotencyKey.Header && parameter.GetProperty("required").GetBoolean();

    private static JsonElement Property(JsonElement schemas, string schema, string name) =>
        schemas.GetProperty(schema).GetProperty("properties").GetProperty(name);
}
