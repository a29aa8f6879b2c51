using System.Globalization;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public class OpeningHoursSpec
{
    private static readonly ContentSet Content = new ContentBuilder().Build();

    [Theory]
    [InlineData("jakarta-pusat", "2026-11-24T00:59:59Z", false)]
    [InlineData("jakarta-pusat", "2026-11-24T01:00:00Z", true)] // 08.00 WIB
    [InlineData("denpasar", "2026-11-24T00:00:00Z", true)] // 08.00 WITA
    [InlineData("jayapura", "2026-11-23T23:00:00Z", true)] // 08.00 WIT, still Monday in Greenwich
    [InlineData("jayapura", "2026-11-22T22:59:00Z", false)] // 07.59 on Monday
    [InlineData("jakarta-pusat", "2026-11-24T05:00:00Z", false)] // 12.00, the break begins
    [InlineData("jakarta-pusat", "2026-11-24T08:59:59Z", true)]
    [InlineData("jakarta-pusat", "2026-11-24T09:00:00Z", false)] // 16.00
    [InlineData("jakarta-pusat", "2026-11-28T02:00:00Z", false)] // Saturday
    [InlineData("jakarta-pusat", "2026-12-24T02:00:00Z", false)] // joint leave
    [InlineData("jakarta-pusat", "2026-12-31T02:00:00Z", false)] // own closure
    public void An_office_is_open_by_its_own_clock(string office, string at, bool open) =>
        OpeningHours.IsOpen(Content, Office(office), Instant(at)).ShouldBe(open);

    [Theory]
    [InlineData("jakarta-pusat", "2026-11-24T03:00:00Z", "2026-11-24T10:00:00+07:00")] // open now
    [InlineData("jakarta-pusat", "2026-11-24T05:30:00Z", "2026-11-24T13:00:00+07:00")] // after the break
    [InlineData("jakarta-pusat", "2026-11-24T16:59:00Z", "2026-11-25T08:00:00+07:00")] // a minute before midnight
    [InlineData("jakarta-pusat", "2026-11-24T17:00:00Z", "2026-11-25T08:00:00+07:00")] // midnight
    [InlineData("jayapura", "2026-11-27T07:00:00Z", "2026-11-30T08:00:00+09:00")] // Friday 16.00 to Monday
    [InlineData("denpasar", "2026-12-23T08:00:00Z", "2026-12-28T08:00:00+08:00")] // over Christmas
    [InlineData("denpasar", "2026-12-30T08:00:00Z", "2027-01-04T08:00:00+08:00")] // over the turn of the year
    public void The_next_opening_is_told_in_local_time(string office, string at, string opens)
    {
        var next = OpeningHours.NextOpening(Content, Office(office), Instant(at));

        next.ShouldBe(Instant(opens));
        next.Offset.ShouldBe(Office(office).UtcOffset);
    }

    private static Office Office(string id) => Content.Offices[new OfficeId(id)];

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
