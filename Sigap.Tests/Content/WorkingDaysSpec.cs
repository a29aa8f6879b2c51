using Sigap.Content;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public class WorkingDaysSpec
{
    private static readonly ContentSet Content = new ContentBuilder().Build();
    private static readonly Office Office = Content.Offices[new OfficeId("jakarta-pusat")];

    [Theory]
    [InlineData("2026-11-24", 0, "2026-11-24")]
    [InlineData("2026-11-24", 1, "2026-11-25")]
    [InlineData("2026-11-24", 4, "2026-11-30")] // over a weekend
    [InlineData("2026-11-28", 1, "2026-11-30")] // from a Saturday
    [InlineData("2026-12-22", 2, "2026-12-28")] // over joint leave, Christmas and a weekend
    [InlineData("2026-12-30", 1, "2027-01-04")] // over the office's own closure, New Year and a weekend
    [InlineData("2027-03-09", 1, "2027-03-11")] // over an estimated holiday
    public void Only_days_on_which_the_office_works_are_counted(string start, int count, string end) =>
        WorkingDays.Add(Content, Office, Date(start), count).ShouldBe(Date(end));

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-12-24", false)]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-12-31", false)]
    public void Weekends_holidays_joint_leave_and_own_closures_are_no_working_days(string date, bool works) =>
        WorkingDays.IsWorkingDay(Content, Office, Date(date)).ShouldBe(works);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
