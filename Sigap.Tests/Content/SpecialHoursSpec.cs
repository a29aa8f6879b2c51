using System.Globalization;
using Sigap.Content;
using Sigap.Content.Loading;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

/// <summary>The office of the builder has a half day on 30 December 2026, and Ramadan hours from 8 February to 9 March 2027.</summary>
public class SpecialHoursSpec
{
    private const string Path = "offices/jakarta-pusat.yaml";
    private const string RamadanHours = "{monday: [\"08.00-15.00\"], friday: [\"08.00-11.30\", \"12.30-15.30\"]}";
    private const string RamadanPickup = "{monday: [\"10.00-14.00\"], friday: []}";

    private static readonly ContentSet Content = new ContentBuilder().Build();
    private static readonly Office Office = Content.Offices[new OfficeId("jakarta-pusat")];

    [Theory]
    [InlineData("2027-02-07T17:00:00Z", "2027-02-08T08:00:00+07:00")] // Monday of Ramadan
    [InlineData("2027-02-08T05:30:00Z", "2027-02-08T12:30:00+07:00")] // no break on it: open
    [InlineData("2027-02-08T08:00:00Z", "2027-02-09T08:00:00+07:00")] // 15.00, an hour earlier than else
    [InlineData("2027-02-09T08:00:00Z", "2027-02-09T15:00:00+07:00")] // Tuesday, not named: as usual
    [InlineData("2027-02-12T05:00:00Z", "2027-02-12T12:30:00+07:00")] // the other prayer break
    [InlineData("2026-12-30T05:00:00Z", "2027-01-04T08:00:00+07:00")] // half day, then a closure, a holiday and a weekend
    [InlineData("2027-03-10T02:00:00Z", "2027-03-11T08:00:00+07:00")] // the holiday after it
    public void The_counters_open_by_the_special_hours(string at, string opens) =>
        OpeningHours.NextOpening(Content, Office, Instant(at)).ShouldBe(Instant(opens));

    [Theory]
    [InlineData("to: 2027-03-09", "to: 2027-02-07", "'to' is 2027-02-07, which is before 'from' (2027-02-08)")]
    [InlineData("to: 2027-03-09", "to: 2028-03-09", "last 396 days, at most 180; correct the year")]
    [InlineData("from: 2027-02-08", "from: 08-02-2027", "'from' is '08-02-2027'; write an existing date")]
    [InlineData("from: 2027-02-08", "form: 2027-02-08", "unknown key 'form'")]
    [InlineData("en: Ramadan hours", "xx: Ramadan hours", "'en' is missing or empty")]
    [InlineData("estimated: true", "estimated: perhaps", "write 'true' or 'false'")]
    [InlineData("friday: [\"08.00-11.30\", \"12.30-15.30\"]", "friday: [\"08.00-11.30\", \"11.00-15.30\"]", "put them in order without overlap")]
    [InlineData("friday: [\"08.00-11.30\", \"12.30-15.30\"]", "fryday: [\"08.00-11.30\"]", "Did you mean 'friday'?")]
    [InlineData("friday: [\"08.00-11.30\", \"12.30-15.30\"]", "friday: []", "Friday has no hours; list the dates under 'closures' with their reason")]
    [InlineData(RamadanPickup, "{monday: [\"10.00-10.20\"], friday: []}", "10.00-10.20 of Monday is shorter than a slot of 30 minutes")]
    [InlineData(RamadanPickup, "{friday: []}", "on Monday the usual pickup_hours are not within these hours", RamadanHours)]
    [InlineData("wednesday: [\"08.00-12.00\"]", "thursday: [\"08.00-12.00\"]", "'hours' names Thursday, but there is none from 2026-12-30 (Wed")]
    public void What_is_wrong_is_told_where_it_stands(string piece, string replacement, string message, string? standsAt = null)
    {
        var builder = new ContentBuilder().Edit(Path, piece, replacement);

        var finding = builder.Load().Findings
            .First(finding => finding.IsError && finding.Message.Contains(message, StringComparison.Ordinal));

        finding.File.ShouldBe($"config/{Path}");
        finding.Line.ShouldBe(builder.LineOf(Path, standsAt ?? replacement));
    }

    [Fact]
    public void A_period_that_changes_nothing_is_told() =>
        Load("  - {from: 2027-01-04, to: 2027-01-30, name: {id: stok, en: stock}}").Findings.ShouldHaveSingleItem()
            .Message.ShouldBe("these special hours change nothing; add 'hours' or 'pickup_hours' by weekday, or delete them");

    [Theory]
    [InlineData("2027-01-11", true)]
    [InlineData("2027-01-12", false)]
    public void Two_periods_must_not_overlap_by_a_day(string from, bool overlaps)
    {
        var load = Load($$$"""
              - {from: {{{from}}}, to: 2027-01-20, name: {id: a, en: a}, pickup_hours: {monday: []} }
              - {from: 2027-01-04, to: 2027-01-11, name: {id: b, en: b}, pickup_hours: {monday: []} }
            """);

        load.Findings.Select(finding => finding.Message).ShouldBe(overlaps
            ? ["2027-01-04 to 2027-01-11 overlaps the special hours of 2027-01-11 to 2027-01-20; let one end before the other begins"]
            : []);
    }

    [Theory]
    [InlineData("2026-11-23", 1)]
    [InlineData("2026-11-24", 0)]
    public void Special_hours_that_are_over_are_a_warning(string to, int warnings)
    {
        var load = Load($"  - {{from: 2026-11-02, to: {to}, name: {{id: a, en: a}}, pickup_hours: {{monday: []}}}}");

        load.Content.ShouldNotBeNull();
        load.Findings.Select(finding => finding.Message).ShouldBe(
            Enumerable.Repeat($"these special hours ended on {to}; delete them, or give them their next dates", warnings));
    }

    [Fact]
    public void A_broken_character_in_their_name_is_told() =>
        new ContentBuilder().Edit(Path, "en: half day", "en: \"half\\u0007day\"").Load()
            .Findings.ShouldHaveSingleItem().Message.ShouldContain("U+0007");

    private static ContentLoad Load(string entries) =>
        new ContentBuilder().WithSection("jakarta-pusat", "special_hours", $"special_hours:\n{entries}").Load();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
