using System.Net;

namespace Sigap.Tests.Api;

/// <summary>Bookings over REST, as an officer at the counter sees and makes them.</summary>
public sealed class OfficeBookingSpec : OfficeApiFixture
{
    [Fact]
    public async Task The_coming_days_are_listed_with_their_free_places()
    {
        var before = (await Get("/days?days=5")).GetProperty("days");
        await Booked();
        var after = (await Get("/days?from=2026-11-24&days=5")).GetProperty("days");

        before.EnumerateArray().Select(day => day.GetProperty("date").GetString()).ShouldBe(
            ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]);
        before[4].GetProperty("closed").GetBoolean().ShouldBeTrue();
        before[4].GetProperty("places").GetInt32().ShouldBe(0);
        after[0].GetProperty("places").GetInt32().ShouldBe(before[0].GetProperty("places").GetInt32() - 1);
        after[1].ToString().ShouldBe(before[1].ToString());
        before[1].GetProperty("slots")[0].GetProperty("from").GetString().ShouldBe("10:00");
    }

    [Fact]
    public async Task A_booking_is_confirmed_at_once_and_can_be_read_with_its_full_number()
    {
        var booked = await Post("/bookings", Booking(), expected: HttpStatusCode.Created);
        var code = booked.GetProperty("code").GetString();
        var read = await Get($"/bookings/{code!.ToLowerInvariant()}");

        read.ToString().ShouldBe(booked.ToString());
        read.GetProperty("stage").GetString().ShouldBe("confirmed");
        read.GetProperty("collector").GetString().ShouldBe("applicant");
        read.GetProperty("seats")[0].GetProperty("application").GetString().ShouldBe(Application(1));
        read.GetProperty("seats")[0].GetProperty("slot").GetString().ShouldBe("10:30");
        (await Get("/bookings")).GetProperty("bookings")[0].ToString().ShouldBe(booked.ToString());
    }

    [Fact]
    public async Task A_booking_for_another_day_is_found_on_that_day()
    {
        var code = await Booked(date: "2026-11-25");

        (await Get($"/bookings/{code}?date=2026-11-25")).GetProperty("date").GetString().ShouldBe("2026-11-25");
        Code(await Get($"/bookings/{code}", HttpStatusCode.NotFound)).ShouldBe("not-found");
        (await Get("/bookings")).GetProperty("bookings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_slot_it_is_the_earliest_that_can_still_be_booked()
    {
        var booked = await Post("/bookings", Booking(slot: null), expected: HttpStatusCode.Created);

        booked.GetProperty("seats")[0].GetProperty("slot").GetString().ShouldBe("10:30");
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_booking()
    {
        var first = await Post("/bookings", Booking(), "kiosk-1-0001", HttpStatusCode.Created);
        var again = await Post("/bookings", Booking(), "kiosk-1-0001", HttpStatusCode.Created);

        again.ToString().ShouldBe(first.ToString());
        (await Get("/bookings")).GetProperty("bookings").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_not_taken_for_a_repetition()
    {
        var first = await Post("/bookings", Booking(1), "kiosk-1-0001", HttpStatusCode.Created);
        var other = await Post("/bookings", Booking(2), "kiosk-1-0001", HttpStatusCode.Created);

        other.GetProperty("code").GetString().ShouldNotBe(first.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_cancelled_booking_is_gone_and_its_place_free()
    {
        var places = (await Get("/days?days=1")).GetProperty("days")[0].GetProperty("places").GetInt32();
        var code = await Booked();

        (await Post($"/bookings/{code}/cancel")).GetProperty("ended").GetString().ShouldBe("by-officer");
        (await Post($"/bookings/{code}/cancel")).GetProperty("ended").GetString().ShouldBe("by-officer");
        Code(await Get($"/bookings/{code}", HttpStatusCode.NotFound)).ShouldBe("not-found");
        (await Get("/days?days=1")).GetProperty("days")[0].GetProperty("places").GetInt32().ShouldBe(places);
    }

    [Fact]
    public async Task A_request_whose_booking_has_ended_says_so()
    {
        var code = (await Post("/bookings", Booking(), "kiosk-1-0001", HttpStatusCode.Created)).GetProperty("code").GetString();
        await Post($"/bookings/{code}/cancel");

        var problem = await Post("/bookings", Booking(), "kiosk-1-0001", HttpStatusCode.Conflict);
        Code(problem).ShouldBe("ended");
        problem.GetProperty("detail").GetString()!.ShouldContain("by-officer");
    }

    [Fact]
    public async Task Two_bookings_of_one_application_are_refused_with_the_first()
    {
        var code = await Booked(1, date: "2026-11-25");

        var problem = await Post("/bookings", Booking(1), expected: HttpStatusCode.Conflict);
        Code(problem).ShouldBe("already-booked");
        problem.GetProperty("other").GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("other").GetProperty("date").GetString().ShouldBe("2026-11-25");
        problem.ToString().ShouldNotContain(Application(1));
    }

    [Theory]
    [InlineData("2026-11-28", null, HttpStatusCode.UnprocessableEntity, "no-such-slot")]
    [InlineData(null, "09:00", HttpStatusCode.UnprocessableEntity, "no-such-slot")]
    [InlineData(null, "10:00", HttpStatusCode.UnprocessableEntity, "too-late")]
    [InlineData("2027-06-02", null, HttpStatusCode.UnprocessableEntity, "too-far-ahead")]
    public async Task What_cannot_be_booked_is_refused_with_its_reason(string? date, string? slot, HttpStatusCode status, string code) =>
        Code(await Post("/bookings", Booking(1, slot, date: date), expected: status)).ShouldBe(code);

    [Fact]
    public async Task A_full_slot_is_refused()
    {
        var free = (await Get("/days?days=1")).GetProperty("days")[0].GetProperty("slots").EnumerateArray()
            .Single(slot => slot.GetProperty("from").GetString() == "10:30").GetProperty("places").GetInt32();
        for (var application = 1; application <= free; application++)
        {
            await Booked(application);
        }

        Code(await Post("/bookings", Booking(free + 1), expected: HttpStatusCode.Conflict)).ShouldBe("full");
    }

    [Theory]
    [InlineData("""{"collector": "applicant"}""", "applications")]
    [InlineData("""{"applications": [], "collector": "applicant"}""", "applications")]
    [InlineData("""{"applications": ["12"], "collector": "applicant"}""", "applications")]
    [InlineData("""{"applications": [null], "collector": "applicant"}""", "applications")]
    [InlineData("""{"applications": ["1106000000000001", "1106000000000001"], "collector": "applicant"}""", "applications")]
    [InlineData("""{"applications": [1106000000000001], "collector": "applicant"}""", "applications[0]")]
    [InlineData("""{"applications": ["1106000000000001"]}""", "collector")]
    [InlineData("""{"applications": ["1106000000000001"], "collector": "neighbour"}""", "collector")]
    [InlineData("""{"applications": ["1106000000000001"], "collector": "family", "date": "tomorrow"}""", "date")]
    [InlineData("""{"applications": ["1106000000000001"], "collector": "family", "slot": "25:00"}""", "slot")]
    [InlineData("""{"applications": ["1106000000000001"], "collector": "family", "priority": "yes"}""", "priority")]
    [InlineData("""{"applications": ["1106000000000001"], "colector": "family"}""", "(body)")]
    [InlineData("""{"applications": "\ud800"}""", "applications")]
    [InlineData("{", "(body)")]
    [InlineData("null", "(body)")]
    [InlineData("[]", "(body)")]
    public async Task A_wrong_field_is_named_and_its_value_not_repeated(string body, string field)
    {
        var problem = await Post("/bookings", body, expected: HttpStatusCode.BadRequest);

        Code(problem).ShouldBe("invalid");
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
        problem.ToString().ShouldNotContain("1106");
    }

    [Theory]
    [InlineData("/days?from=24-11-2026", "from")]
    [InlineData("/days?days=0", "days")]
    [InlineData("/days?days=32", "days")]
    [InlineData("/days?days=-1", "days")]
    [InlineData("/bookings?date=today", "date")]
    [InlineData("/bookings/ABCDEF?date=x", "date")]
    [InlineData("/bookings/ABC", "code")]
    public async Task A_wrong_question_is_answered_with_its_field(string path, string field)
    {
        var problem = await Get(path, HttpStatusCode.BadRequest);

        Code(problem).ShouldBe("invalid");
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }
}
