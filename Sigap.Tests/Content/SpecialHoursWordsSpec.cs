using Sigap.Content;
using Sigap.Content.Loading;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

/// <summary>The office of the builder has a half day on 30 December 2026, and Ramadan hours from 8 February to 9 March 2027.</summary>
public class SpecialHoursWordsSpec
{
    private const string Week = "Senin-Kamis 08.00-12.00, 13.00-16.00 WIB\nJumat 08.00-11.30, 13.00-16.00 WIB\nSabtu, Minggu tutup";

    private const string HalfDay = "Rabu, 30 Desember 2026: 08.00-12.00 WIB (setengah hari)";

    private const string Ramadan = """
        Jam Ramadan (perkiraan), Senin, 8 Februari 2027 s.d. Selasa, 9 Maret 2027:
        Senin 08.00-15.00 WIB
        Selasa-Kamis 08.00-12.00, 13.00-16.00 WIB
        Jumat 08.00-11.30, 12.30-15.30 WIB
        Sabtu, Minggu tutup
        """;

    private static readonly ContentSet Content = new ContentBuilder().Build();
    private static readonly Office Office = Content.Offices[new OfficeId("jakarta-pusat")];

    [Theory]
    [InlineData("2027-02-15", "Hari ini buka 08.00-15.00 WIB (Jam Ramadan)")]
    [InlineData("2027-02-16", "Hari ini buka 08.00-12.00, 13.00-16.00 WIB")]
    [InlineData("2026-12-30", "Hari ini buka 08.00-12.00 WIB (setengah hari)")]
    [InlineData("2026-12-31", "Hari ini tutup: Pindah gedung")]
    [InlineData("2027-02-20", "Hari ini tutup: bukan hari layanan")]
    public void Today_is_told_with_the_reason_of_its_hours(string date, string said) => Said("office.today", date).ShouldBe(said);

    [Theory]
    [InlineData("2026-12-15", Week)]
    [InlineData("2026-12-16", $"{Week}\n{HalfDay}")]
    [InlineData("2026-12-30", $"{HalfDay}\nDi luar itu:\n{Week}")]
    [InlineData("2026-12-31", Week)]
    [InlineData("2027-01-24", Week)]
    [InlineData("2027-01-25", $"{Week}\n{Ramadan}")]
    [InlineData("2027-02-08", $"{Ramadan}\nDi luar itu:\n{Week}")]
    [InlineData("2027-03-09", $"{Ramadan}\nDi luar itu:\n{Week}")]
    [InlineData("2027-03-10", Week)]
    public void Special_hours_are_told_two_weeks_ahead_and_come_first_once_in_force(string date, string said) =>
        Said("office.hours", date).ShouldBe(said);

    [Fact]
    public void The_collection_hours_are_told_the_same_way() => Said("office.pickup_hours", "2027-02-08").ShouldBe("""
        Jam Ramadan (perkiraan), Senin, 8 Februari 2027 s.d. Selasa, 9 Maret 2027:
        Senin 10.00-14.00 WIB
        Selasa-Minggu tutup
        Di luar itu:
        Senin 10.00-15.30 WIB
        Selasa-Kamis tutup
        Jumat 10.00-11.30 WIB
        Sabtu, Minggu tutup
        """);

    [Fact]
    public void English_has_its_own_words()
    {
        Said("office.hours", "2027-02-08", LanguageCode.English).ShouldStartWith(
            "Ramadan hours (expected date), Monday, 8 February 2027 to Tuesday, 9 March 2027:\nMonday 08:00-15:00 WIB\n");
        Said("office.hours", "2027-02-08", LanguageCode.English).ShouldContain("\nAt other times:\nMonday-Thursday 08:00-12:00");
        Said("office.today", "2027-02-08", LanguageCode.English).ShouldBe("Open today 08:00-15:00 WIB (Ramadan hours)");
    }

    [Fact]
    public void A_few_days_are_told_in_the_order_of_their_dates()
    {
        var office = OfficeWith("""
              - from: 2027-01-08
                to: 2027-01-12
                name: {id: renovasi, en: works}
                hours: {friday: ["08.00-11.30"], monday: ["09.00-16.00"]}
            """);

        new StandardValues(Content, office, LanguageCode.Indonesian, new DateOnly(2027, 1, 8)).Of("office.hours")!.ShouldStartWith("""
            renovasi, Jumat, 8 Januari 2027 s.d. Selasa, 12 Januari 2027:
            Jumat 08.00-11.30 WIB
            Sabtu, Minggu tutup
            Senin 09.00-16.00 WIB
            Selasa 08.00-12.00, 13.00-16.00 WIB
            Di luar itu:
            """);
    }

    [Fact]
    public void Hours_that_do_not_change_are_not_told_again()
    {
        var office = OfficeWith("""
              - {from: 2027-01-04, to: 2027-01-30, name: {id: stok, en: stock}, pickup_hours: {monday: ["13.00-15.00"]}}
            """);
        var values = new StandardValues(Content, office, LanguageCode.Indonesian, new DateOnly(2027, 1, 4));

        values.Of("office.hours").ShouldBe(Week);
        values.Of("office.today").ShouldBe("Hari ini buka 08.00-12.00, 13.00-16.00 WIB");
        values.Of("office.pickup_hours")!.ShouldStartWith("stok, Senin, 4 Januari 2027");
    }

    [Fact]
    public void A_text_is_measured_with_the_special_hours_filled_in()
    {
        // The zone with the longest name.
        var longest = Said("office.hours", "2027-02-08").Replace("WIB", "WITA", StringComparison.Ordinal).Length;
        var fits = new string('a', 1024 - longest);

        Text(fits).Findings.ShouldBeEmpty();
        Text(fits + "a").Findings.ShouldContain(finding => finding.Message.Contains("has 1025 characters", StringComparison.Ordinal));

        static ContentLoad Text(string filler) =>
            new ContentBuilder().Edit("content/id/frame.yaml", "fee {fee.ordinary-5}", $"\"{filler}{{office.hours}}\"").Load();
    }

    private static string Said(string variable, string date, LanguageCode language = LanguageCode.Indonesian) =>
        new StandardValues(Content, Office, language, DateOnly.ParseExact(date, "yyyy-MM-dd")).Of(variable)!;

    private static Office OfficeWith(string entries) => new ContentBuilder()
        .WithSection("jakarta-pusat", "special_hours", $"special_hours:\n{entries}")
        .Build().Offices[Office.Id];
}
