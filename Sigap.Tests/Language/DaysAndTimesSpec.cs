using System.Globalization;
using Sigap.Language;

namespace Sigap.Tests.Language;

public class DaysAndTimesSpec
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("hari ini", "2026-11-24")]
    [InlineData("Besok", "2026-11-25")]
    [InlineData("besok aja jam 9", "2026-11-25")]
    [InlineData("lusa bisa?", "2026-11-26")]
    [InlineData("tomorrow please", "2026-11-25")]
    [InlineData("senin", "2026-11-30")]
    [InlineData("hari selasa", "2026-12-01")]
    [InlineData("Jum'at pagi", "2026-11-27")]
    [InlineData("on Friday", "2026-11-27")]
    [InlineData("25 november", "2026-11-25")]
    [InlineData("25 nov 2026", "2026-11-25")]
    [InlineData("3 desember", "2026-12-03")]
    [InlineData("4 januari", "2027-01-04")]
    [InlineData("25-11", "2026-11-25")]
    [InlineData("25/11/2026", "2026-11-25")]
    [InlineData("25/11/26", "2026-11-25")]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("tgl 26", "2026-11-26")]
    [InlineData("tanggal 3", "2026-12-03")]
    public void A_day_to_come_is_read(string text, string day) =>
        DaysAndTimes.FindDay(text, Today).ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("kapan saja")]
    [InlineData("31 november")]
    [InlineData("jam 10")]
    [InlineData("09.30")]
    [InlineData("paspor 2 anak")]
    [InlineData("1106000000000008")]
    public void What_names_no_day_is_none(string text) => DaysAndTimes.FindDay(text, Today).ShouldBeNull();

    [Theory]
    [InlineData("jam 9", "09:00")]
    [InlineData("jam 09.30", "09:30")]
    [InlineData("pukul 10:15 ya", "10:15")]
    [InlineData("09.30", "09:30")]
    [InlineData("9:30", "09:30")]
    [InlineData("10", "10:00")]
    [InlineData("jam 1", "13:00")]
    [InlineData("jam 2 siang", "14:00")]
    [InlineData("at 2 pm", "14:00")]
    [InlineData("10 am", "10:00")]
    [InlineData("besok jam 11", "11:00")]
    [InlineData("10 pagi", "10:00")]
    public void A_time_is_read(string text, string time) =>
        DaysAndTimes.FindTime(text).ShouldBe(TimeOnly.Parse(time, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("besok")]
    [InlineData("25/11/2026")]
    [InlineData("25.11.2026")]
    [InlineData("jam 25")]
    [InlineData("10.75")]
    [InlineData("1106000000000008")]
    public void What_names_no_time_is_none(string text) => DaysAndTimes.FindTime(text).ShouldBeNull();

    [Fact]
    public void Any_text_is_read_without_a_fault() => CsCheck.Check.Sample(CsCheck.Gen.String, text =>
    {
        DaysAndTimes.FindDay(text, Today);
        DaysAndTimes.FindTime(text);
    });
}
