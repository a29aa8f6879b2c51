using Sigap.Language;
using Sigap.Tests.Support;

namespace Sigap.Tests.Language;

/// <summary>Numbers as people send them. All invented.</summary>
public class NumbersSpec
{
    [Theory]
    [InlineData("1106000000123456")]
    [InlineData("nomor permohonan sy 1106 0000 0012 3456 tolong")]
    [InlineData("1106-0000-0012-3456")]
    [InlineData("1106.0000.0012.3456?")]
    [InlineData("１１０６００００００１２３４５６")]
    [InlineData("no1106000000123456ya")]
    [InlineData("depannya 11060000 belakangnya 00123456")]
    [InlineData("1106000000123456 lahir 17-08-1990")]
    public void An_application_number_is_found_however_it_is_written(string text) => Only(text, NumberKind.ApplicationNumber);

    [Fact]
    public void The_digits_come_without_what_stood_between() =>
        Numbers("1106 0000-0012.3456").ShouldHaveSingleItem().Digits.ShouldBe("1106000000123456");

    [Theory]
    [InlineData("1609000000123456", NumberKind.ApplicationNumber)]
    [InlineData("3171234108900001", NumberKind.PopulationNumber)]
    [InlineData("nik saya 3171231708900001", NumberKind.PopulationNumber)]
    [InlineData("1106011708900001", NumberKind.ApplicationOrPopulationNumber)]
    [InlineData("820251124123456", NumberKind.BillingCode)]
    [InlineData("kode billing 8202 5112 4123 456", NumberKind.BillingCode)]
    [InlineData("ntpn A1B2C3D4E5F6G7H8", NumberKind.Ntpn)]
    [InlineData("ntpn 1234567890ABCDEF", NumberKind.Ntpn)]
    [InlineData("paspor A1234567", NumberKind.PassportNumber)]
    [InlineData("x123456", NumberKind.PassportNumber)]
    [InlineData("0812-3456-7890", NumberKind.Phone)]
    [InlineData("+62 812 3456 7890", NumberKind.Phone)]
    [InlineData("11060000", NumberKind.Fragment)]
    [InlineData("110600000012345", NumberKind.Fragment)]
    [InlineData("11060000001234567", NumberKind.TooLong)]
    public void Every_number_is_what_it_looks_like(string text, NumberKind kind) => Only(text, kind);

    [Theory]
    [InlineData("17-08-1990")]
    [InlineData("17 08 1990")]
    [InlineData("17081990")]
    [InlineData("1990-08-17")]
    [InlineData("Rp350.000")]
    [InlineData("1.000.000")]
    [InlineData("08.00-12.00, 13.00-16.00")]
    [InlineData("2008/2018")]
    [InlineData("paspor 10 tahun 2 orang")]
    [InlineData("pelayananterbaik")]
    public void Dates_sums_times_and_long_words_are_no_numbers(string text) => Numbers(text).ShouldBeEmpty();

    [Fact]
    public void A_number_prints_masked() =>
        RealConfig.Understanding.Read("1106000000123456").ToString().ShouldNotContain("123456");

    private static void Only(string text, NumberKind kind) => Numbers(text).ShouldHaveSingleItem().Kind.ShouldBe(kind);

    private static IReadOnlyList<FoundNumber> Numbers(string text) => RealConfig.Understanding.Read(text).Numbers;
}
