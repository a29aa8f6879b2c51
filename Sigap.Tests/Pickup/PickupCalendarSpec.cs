using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Pickup;

/// <summary>The calendars that travel with the program, and days an invented office shapes by its file.</summary>
public class PickupCalendarSpec
{
    private static readonly ContentSet Shipped = RealConfig.Content.Current;

    [Fact]
    public void A_friday_has_a_gap_for_the_prayer()
    {
        var plan = Plan("jakarta-pusat", "2026-11-27");

        Times(plan).ShouldBe("10.00-10.30 10.30-11.00 11.00-11.30 13.00-13.30 13.30-14.00 14.00-14.30 14.30-15.00");
        plan.Slots.ShouldAllBe(slot => slot.Open == 44 && slot.Priority == 6);
    }

    [Fact]
    public void A_day_knows_its_office_its_date_and_its_clock()
    {
        var plan = Plan("jayapura", "2026-11-26");

        plan.Day.ShouldBe(new PickupDayId(new OfficeId("jayapura"), new DateOnly(2026, 11, 26)));
        plan.At(plan.Slots[0].From).ShouldBe(new DateTimeOffset(2026, 11, 26, 1, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Nobody_collects_over_christmas_and_the_weekend_behind_it() =>
        OpenDays("jakarta-pusat", "2026-12-22", "2026-12-29").ShouldBe("22 23 28 29");

    [Theory]
    [InlineData("2026-12-24")] // joint leave
    [InlineData("2026-12-25")] // holiday
    [InlineData("2026-12-26")] // Saturday
    [InlineData("2027-01-01")]
    public void A_closed_day_has_no_slots(string date) => Plan("denpasar", date).IsClosed.ShouldBeTrue();

    [Theory]
    [InlineData("2027-02-05", "10.00-10.30 10.30-11.00 11.00-11.30 13.00-13.30 13.30-14.00 14.00-14.30 14.30-15.00")] // the Friday before
    [InlineData("2027-02-08", "10.00-10.30 10.30-11.00 11.00-11.30 11.30-12.00 12.30-13.00 13.00-13.30 13.30-14.00 14.00-14.30")]
    [InlineData("2027-02-12", "10.00-10.30 10.30-11.00 11.00-11.30 12.30-13.00 13.00-13.30 13.30-14.00 14.00-14.30")]
    [InlineData("2027-03-08", "")] // Nyepi
    [InlineData("2027-03-09", "10.00-10.30 10.30-11.00 11.00-11.30 11.30-12.00 12.30-13.00 13.00-13.30 13.30-14.00 14.00-14.30")] // the last day
    [InlineData("2027-03-12", "10.00-10.30 10.30-11.00 11.00-11.30 13.00-13.30 13.30-14.00 14.00-14.30 14.30-15.00")] // the Friday after
    public void In_Ramadan_the_slots_follow_its_hours(string date, string slots) => Times(Plan("jakarta-pusat", date)).ShouldBe(slots);

    [Fact]
    public void A_half_day_ends_at_noon_where_it_is_declared()
    {
        Plan("denpasar", "2026-12-31").Slots[^1].To.ShouldBe(new TimeOnly(12, 0));
        Plan("jakarta-pusat", "2026-12-31").Slots[^1].To.ShouldBe(new TimeOnly(15, 0));
    }

    [Fact]
    public void Central_Jakarta_can_book_about_as_many_places_a_day_as_it_had_in_2020() =>
        Plan("jakarta-pusat", "2026-11-25").Slots.Sum(slot => slot.Bookable).ShouldBe(400);

    [Theory]
    [InlineData("denpasar", 112)]
    [InlineData("jayapura", 40)]
    public void Smaller_offices_have_fewer(string office, int places) =>
        Plan(office, "2026-11-25").Slots.Sum(slot => slot.Bookable).ShouldBe(places);

    [Fact]
    public void A_closure_takes_all_slots_even_in_special_hours()
    {
        var content = new ContentBuilder()
            .Edit(File, "date: 2026-12-31", "date: 2026-12-30")
            .Build();

        Plan(content, "2026-12-30").IsClosed.ShouldBeTrue();
        Plan(new ContentBuilder().Build(), "2026-12-30").IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void The_collection_counter_can_be_closed_while_the_office_is_open() =>
        Plan(new ContentBuilder().Build(), "2027-02-12").IsClosed.ShouldBeTrue();

    [Theory]
    [InlineData(40, "10.00-10.40 10.40-11.20")]
    [InlineData(45, "10.00-10.45 10.45-11.30")]
    [InlineData(90, "10.00-11.30")]
    [InlineData(50, "10.00-10.50")]
    public void A_rest_shorter_than_a_slot_gives_none(int minutes, string slots)
    {
        var content = new ContentBuilder().Edit(File, "slot_minutes: 30", $"slot_minutes: {minutes}").Load().Content.ShouldNotBeNull();

        Times(Plan(content, "2026-11-27")).ShouldBe(slots);
    }

    [Fact]
    public void Slots_up_to_the_end_of_the_day_do_not_begin_it_again()
    {
        var content = new ContentBuilder().Edit(File, "\"10.00-15.30\"", "\"22.30-23.59\"").Load().Content.ShouldNotBeNull();

        Times(Plan(content, "2026-11-23")).ShouldBe("22.30-23.00 23.00-23.30");
    }

    [Fact]
    public void The_same_calendar_gives_the_same_plan_and_another_gives_another()
    {
        var before = Plan(new ContentBuilder().Build(), "2026-11-27");

        Plan(new ContentBuilder().Edit("fees.yaml", "350000", "360000").Build(), "2026-11-27").ShouldBe(before);
        Plan(new ContentBuilder().Edit(File, "capacity: 20", "capacity: 19").Build(), "2026-11-27").ShouldNotBe(before);
        Plan(new ContentBuilder().Edit(File, "\"10.00-11.30\"", "\"09.00-11.30\"").Build(), "2026-11-27").ShouldNotBe(before);
    }

    private const string File = "offices/jakarta-pusat.yaml";

    private static DayPlan Plan(string office, string date) => PickupCalendar.Plan(Shipped, Shipped.Offices[new OfficeId(office)], Date(date));

    private static DayPlan Plan(ContentSet content, string date) =>
        PickupCalendar.Plan(content, content.Offices[new OfficeId("jakarta-pusat")], Date(date));

    private static string OpenDays(string office, string from, string to) => string.Join(
        ' ', PickupCalendar.OpenDays(Shipped, Shipped.Offices[new OfficeId(office)], Date(from), Date(to)).Select(date => date.Day));

    private static string Times(DayPlan plan) => string.Join(' ', plan.Slots.Select(slot => $"{slot.From:HH\\.mm}-{slot.To:HH\\.mm}"));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
