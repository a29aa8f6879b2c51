using CsCheck;
using Sigap.Language;

namespace Sigap.Tests.Language;

public class BirthDatesSpec
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("17-08-1990")]
    [InlineData("17/8/1990")]
    [InlineData("17.08.1990")]
    [InlineData("17 08 1990")]
    [InlineData("17081990")]
    [InlineData("1990-08-17")]
    [InlineData("19900817")]
    [InlineData("17-08-90")]
    [InlineData("170890")]
    [InlineData("17 agustus 1990")]
    [InlineData("17 Agt 1990")]
    [InlineData("17agustus1990")]
    [InlineData("17 agutsus 90")]
    [InlineData("August 17th, 1990")]
    [InlineData("lahir tgl 17 bulan 8 tahun 1990 kak")]
    [InlineData("tanggal lahir saya 17 agustus 1990")]
    [InlineData("08/17/1990")]
    [InlineData("１７-０８-１９９０")]
    public void A_birth_date_is_read_however_it_is_written(string text) =>
        BirthDates.Find(text, Today).ShouldBe(new DateOnly(1990, 8, 17));

    [Theory]
    [InlineData("03-04-1985", "1985-04-03")]
    [InlineData("05-06-24", "2024-06-05")]
    [InlineData("05-06-27", "1927-06-05")]
    [InlineData("29 feb 2000", "2000-02-29")]
    [InlineData("1106000000123456 lahir 1 mei 2001", "2001-05-01")]
    public void The_day_comes_first_and_a_short_year_lies_in_the_past(string text, string date) =>
        BirthDates.Find(text, Today).ShouldBe(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("halo")]
    [InlineData("31-02-1990")]
    [InlineData("13-25-1990")]
    [InlineData("29 feb 2001")]
    [InlineData("25-11-2026")]
    [InlineData("17-08-1890")]
    [InlineData("17 agustus")]
    [InlineData("1106000000123456")]
    public void What_cannot_be_a_birth_date_is_none(string text) => BirthDates.Find(text, Today).ShouldBeNull();

    [Fact]
    public void Every_past_date_is_read_back() =>
        Gen.Int[0, 119 * 365].Select(days => Today.AddDays(-days)).Sample(date =>
            BirthDates.Find(date.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture), Today) == date
            && BirthDates.Find(date.ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture), Today) == date);

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.Char[char.MinValue, char.MaxValue].Array[0, 60].Sample(units => BirthDates.Find(new string(units), Today) is null or { Year: > 1900 });
}
