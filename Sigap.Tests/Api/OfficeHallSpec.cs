using System.Net;
using System.Text.Json;

namespace Sigap.Tests.Api;

/// <summary>The hall over REST: a kiosk and the counters.</summary>
public sealed class OfficeHallSpec : OfficeApiFixture
{
    [Fact]
    public async Task A_booked_applicant_arrives_is_called_and_served()
    {
        await Post("/counters/1/open");
        var ticket = await Post("/arrivals", new { code = (await Booked()).ToLowerInvariant() });
        Time.Advance(TimeSpan.FromMinutes(40));

        ticket.GetProperty("number").GetString().ShouldBe("A-001");
        ticket.GetProperty("line").GetString().ShouldBe("booked");
        ticket.GetProperty("stage").GetString().ShouldBe("waiting");
        ticket.GetProperty("wait").GetProperty("to_minutes").GetInt32().ShouldBeGreaterThan(0);
        TicketOf(await Post("/counters/1/next")).ShouldBe("A-001");
        var called = await Get("/tickets/A-001");
        called.GetProperty("stage").GetString().ShouldBe("called");
        called.GetProperty("counter").GetInt32().ShouldBe(1);
        TicketOf(await Post("/counters/1/served")).ShouldBe("A-001");
        (await Get("/tickets/a-001")).GetProperty("stage").GetString().ShouldBe("served");
    }

    [Fact]
    public async Task Arriving_twice_gives_the_same_ticket()
    {
        var code = await Booked();

        (await Post("/arrivals", new { code })).GetProperty("number").GetString().ShouldBe("A-001");
        (await Post("/arrivals", new { code })).GetProperty("number").GetString().ShouldBe("A-001");
    }

    [Fact]
    public async Task Walk_ins_draw_tickets_of_their_line()
    {
        (await Post("/walk-ins", new { line = "walk-in" })).GetProperty("number").GetString().ShouldBe("B-001");
        (await Post("/walk-ins", new { line = "priority" })).GetProperty("number").GetString().ShouldBe("P-001");
        (await Get("/queue")).GetProperty("waiting").ToString().ShouldBe("""{"booked":0,"walk_in":1,"priority":1}""");
    }

    [Fact]
    public async Task Pressing_the_button_again_with_the_same_key_draws_no_second_ticket()
    {
        var key = Guid.NewGuid().ToString();

        (await Post("/walk-ins", new { line = "walk-in" }, key)).GetProperty("number").GetString().ShouldBe("B-001");
        (await Post("/walk-ins", new { line = "walk-in" }, key)).GetProperty("number").GetString().ShouldBe("B-001");
        (await Post("/walk-ins", new { line = "walk-in" })).GetProperty("number").GetString().ShouldBe("B-002");
    }

    [Fact]
    public async Task Calling_next_again_with_the_same_key_calls_nobody_else()
    {
        await TwoWalkIns();
        var key = Guid.NewGuid().ToString();

        TicketOf(await Post("/counters/1/next", key: key)).ShouldBe("B-001");
        TicketOf(await Post("/counters/1/next", key: key)).ShouldBe("B-001");
        (await Get("/tickets/B-002")).GetProperty("stage").GetString().ShouldBe("waiting");
        Code(await Post("/counters/1/next", expected: HttpStatusCode.Conflict)).ShouldBe("counter-busy");
    }

    [Fact]
    public async Task With_nobody_waiting_next_answers_without_a_ticket()
    {
        await Post("/counters/1/open");

        TicketOf(await Post("/counters/1/next")).ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_is_recalled_put_aside_and_called_again()
    {
        await TwoWalkIns();
        await Post("/counters/1/next");

        (await Post("/counters/1/recall")).GetProperty("ticket").GetProperty("calls").GetInt32().ShouldBe(2);
        TicketOf(await Post("/counters/1/hold")).ShouldBe("B-001");
        (await Get("/queue")).GetProperty("on_hold")[0].GetString().ShouldBe("B-001");
        TicketOf(await Post("/counters/1/call", new { ticket = "B-001" })).ShouldBe("B-001");
        (await Get("/queue")).GetProperty("on_hold").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_transferred_ticket_is_the_next_of_the_other_counter()
    {
        await TwoWalkIns();
        await Post("/counters/2/open");
        await Post("/counters/1/next");

        TicketOf(await Post("/counters/1/transfer", new { to = 2 })).ShouldBe("B-001");
        TicketOf(await Post("/counters/2/next")).ShouldBe("B-001");
        TicketOf(await Post("/counters/1/next")).ShouldBe("B-002");
    }

    [Fact]
    public async Task Who_does_not_come_is_a_no_show()
    {
        await TwoWalkIns();
        await Post("/counters/1/next");

        TicketOf(await Post("/counters/1/no-show")).ShouldBe("B-001");
        (await Get("/tickets/B-001")).GetProperty("stage").GetString().ShouldBe("no-show");
    }

    [Fact]
    public async Task The_queue_shows_counters_next_tickets_and_the_wait()
    {
        await TwoWalkIns();
        await Post("/counters/1/next");
        var queue = await Get("/queue");

        var counter = queue.GetProperty("counters")[0];
        counter.GetProperty("open").GetBoolean().ShouldBeTrue();
        counter.GetProperty("ticket").GetString().ShouldBe("B-001");
        counter.GetProperty("calls").GetInt32().ShouldBe(1);
        counter.GetProperty("called_at").GetString().ShouldBe("2026-11-24T09:40:00+07:00");
        queue.GetProperty("counters")[1].GetProperty("open").GetBoolean().ShouldBeFalse();
        queue.GetProperty("next").EnumerateArray().Select(ticket => ticket.GetString()).ShouldBe(["B-002"]);
        queue.GetProperty("wait").GetProperty("from_minutes").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task A_closed_counter_calls_nobody()
    {
        await Post("/counters/1/open");
        await Post("/counters/1/close");

        Code(await Post("/counters/1/next", expected: HttpStatusCode.Conflict)).ShouldBe("no-such-counter");
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("hold")]
    [InlineData("no-show")]
    [InlineData("served")]
    public async Task What_needs_a_ticket_is_refused_by_a_free_counter(string action)
    {
        await Post("/counters/1/open");

        Code(await Post($"/counters/1/{action}", expected: HttpStatusCode.Conflict)).ShouldBe("counter-free");
    }

    [Fact]
    public async Task A_counter_with_somebody_in_front_does_not_close()
    {
        await TwoWalkIns();
        await Post("/counters/1/next");

        Code(await Post("/counters/1/close", expected: HttpStatusCode.Conflict)).ShouldBe("counter-busy");
    }

    [Fact]
    public async Task Nobody_arrives_before_the_hall_opens_and_no_ticket_is_drawn()
    {
        var code = await Booked(date: "2026-11-25");
        Time.Advance(TimeSpan.FromHours(20));

        Code(await Post("/arrivals", new { code }, expected: HttpStatusCode.UnprocessableEntity)).ShouldBe("not-today");
        Code(await Post("/walk-ins", new { line = "walk-in" }, expected: HttpStatusCode.UnprocessableEntity)).ShouldBe("not-today");
    }

    [Fact]
    public async Task When_the_walk_ins_places_are_gone_no_ticket_is_drawn()
    {
        string? refused = null;
        for (var drawn = 0; refused is null && drawn < 500; drawn++)
        {
            using var response = await Send("/walk-ins", new { line = "walk-in" }, Guid.NewGuid().ToString());
            refused = response.StatusCode == HttpStatusCode.Conflict ? await response.Content.ReadAsStringAsync() : null;
        }

        Code(JsonSerializer.Deserialize<JsonElement>(refused!)).ShouldBe("no-walk-ins");
    }

    [Theory]
    [InlineData("/arrivals", """{"code": "nonsense"}""", "code")]
    [InlineData("/arrivals", "{}", "code")]
    [InlineData("/walk-ins", """{"line": "booked"}""", "line")]
    [InlineData("/counters/0/next", null, "counter")]
    [InlineData("/counters/100/next", null, "counter")]
    [InlineData("/counters/one/next", null, "counter")]
    [InlineData("/counters/1/transfer", """{"to": 0}""", "to")]
    [InlineData("/counters/1/call", """{"ticket": "41"}""", "ticket")]
    public async Task A_wrong_field_is_named(string path, string? body, string field)
    {
        var problem = await Post(path, body, expected: HttpStatusCode.BadRequest);

        Code(problem).ShouldBe("invalid");
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Fact]
    public async Task Unknown_bookings_and_tickets_are_not_found()
    {
        await Post("/counters/1/open");

        Code(await Post("/arrivals", new { code = "AAAAAA" }, expected: HttpStatusCode.NotFound)).ShouldBe("not-found");
        Code(await Get("/tickets/A-099", HttpStatusCode.NotFound)).ShouldBe("not-found");
        Code(await Post("/counters/1/call", new { ticket = "A-099" }, expected: HttpStatusCode.NotFound)).ShouldBe("not-found");
    }

    [Fact]
    public async Task The_code_at_the_door_is_todays()
    {
        var today = await Get("/door-code");
        Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await Get("/door-code");

        today.GetProperty("date").GetString().ShouldBe("2026-11-24");
        today.GetProperty("code").GetString()!.Length.ShouldBe(4);
        tomorrow.GetProperty("date").GetString().ShouldBe("2026-11-25");
        tomorrow.GetProperty("code").GetString().ShouldNotBe(today.GetProperty("code").GetString());
    }

    private async Task TwoWalkIns()
    {
        await Post("/counters/1/open");
        await Post("/walk-ins", new { line = "walk-in" });
        await Post("/walk-ins", new { line = "walk-in" });
    }
}
