using System.Text;
using Sigap.Costs;
using Sigap.Tests.Support;

namespace Sigap.Tests.Costs;

/// <summary>The file of prices.</summary>
public class PriceFileSpec
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private const string Good = """
        source: Meta
        checked: 2026-11-24
        currency: USD
        free-service-messages: 1000
        warn-at: 80
        utc-offset: "+07:00"
        prices:
          - {category: utility, price: "0.0200", effective_from: 2026-10-01}
        """;

    [Fact]
    public void The_file_that_travels_with_the_program_has_nothing_wrong()
    {
        var load = PriceFile.Read(File.ReadAllBytes(RepositoryRoot.Combine("config", PriceFile.Name)), Today);

        load.Findings.ShouldBeEmpty();
        load.Prices.ShouldNotBeNull().UtcOffset.ShouldBe(TimeSpan.FromHours(7));
    }

    [Theory]
    [InlineData("\"0.0200\"", "\"0,02\"", "price")]
    [InlineData("2026-10-01", "2026-10-02", "effective_from")]
    [InlineData("+07:00", "7", "utc-offset")]
    [InlineData("warn-at: 80", "warn-at: 800", "warn-at")]
    [InlineData("currency: USD", "money: USD", "money")]
    [InlineData("source: Meta", "# none", "source")]
    public void What_is_wrong_is_named(string right, string wrong, string named)
    {
        var load = PriceFile.Read(Encoding.UTF8.GetBytes(Good.Replace(right, wrong, StringComparison.Ordinal)), Today);

        load.Prices.ShouldBeNull();
        load.Findings.ShouldContain(finding => finding.IsError && finding.Message.Contains(named));
    }

    [Fact]
    public void Two_prices_from_the_same_month_are_refused() => PriceFile
        .Read(Encoding.UTF8.GetBytes($"{Good}\n  - {{category: utility, price: \"0.03\", effective_from: 2026-10-01}}"), Today)
        .Findings.ShouldContain(finding => finding.Message.Contains("two prices"));
}
