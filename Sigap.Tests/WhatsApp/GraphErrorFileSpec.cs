using System.Text;
using Sigap.Host.WhatsApp;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>A mistake in the table is told with its line.</summary>
public class GraphErrorFileSpec
{
    private const string Good = """
        source: documentation
        checked: 2026-11-24
        retry-after-limit: 1h
        not-sent: { action: retry, scope: number, delay: 1s, attempts: 0 }
        unknown: { action: retry, scope: message, delay: 60s, attempts: 2 }
        default: { action: drop, scope: message, alert: true }
        stopped: { action: retry, scope: number, delay: 1m, attempts: 0 }
        statuses:
          - { status: 429, action: wait, scope: number, delay: 2s, attempts: 0, meaning: "slow down" }
        codes:
          - { code: 4, action: wait, scope: app, delay: 2m, factor: 2, max-delay: 30m, attempts: 0, meaning: "limit" }
          - { code: 200-299, action: alert-stop, scope: token, meaning: "permission" }
        """;

    [Fact]
    public void A_good_file_is_a_table()
    {
        var (table, findings) = Read(Good);

        findings.ShouldBeEmpty();
        table!.For(250, 0).Scope.ShouldBe(ErrorScope.Token);
        table.For(300, 0).ShouldBe(table.Default);
    }

    [Theory]
    [InlineData("checked: 2026-11-24", "checked: yesterday", "t.yaml:2: 'checked' is 'yesterday'")]
    [InlineData("source: documentation", "sauce: documentation", "t.yaml:1: unknown key 'sauce'")]
    [InlineData("retry-after-limit: 1h", "retry-after-limit: 1", "t.yaml:3: 'retry-after-limit' is '1'")]
    [InlineData("action: wait, scope: app", "action: pause, scope: app", "t.yaml:11: 'action' is 'pause'; write one of retry, wait")]
    [InlineData("scope: app", "scope: world", "t.yaml:11: 'scope' is 'world'")]
    [InlineData("code: 200-299", "code: 4-299", "t.yaml:12: 'code' 4 has a rule already")]
    [InlineData("code: 200-299", "code: 299-200", "t.yaml:12: 'code' is '299-200'")]
    [InlineData("delay: 2m, ", "", "t.yaml:11: a rule that sends again needs 'delay'")]
    [InlineData("max-delay: 30m, ", "", "t.yaml:11: a delay that grows needs an end")]
    [InlineData("max-delay: 30m", "max-delay: 30s", "t.yaml:11: 'max-delay' is shorter")]
    [InlineData("factor: 2", "factor: 0.5", "t.yaml:11: 'factor' is '0.5'")]
    [InlineData("delay: 60s, attempts: 2", "delay: 60s", "t.yaml:5: a rule that sends again needs 'attempts'")]
    [InlineData("alert: true", "alert: maybe", "t.yaml:6: 'alert' is 'maybe'")]
    [InlineData(", meaning: \"permission\"", "", "t.yaml:12: 'meaning' is missing")]
    [InlineData("default: { action: drop, scope: message, alert: true }", "", "'default' is missing")]
    [InlineData("  - { code: 4,", "  - [code: 4,", "not readable as YAML")]
    public void A_mistake_is_told_with_its_line(string right, string wrong, string expected)
    {
        var (table, findings) = Read(Good.Replace(right, wrong, StringComparison.Ordinal));

        table.ShouldBeNull();
        findings.ShouldContain(finding => finding.ToString().Contains(expected), string.Join('\n', findings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- 1")]
    [InlineData("codes:")]
    [InlineData("a: 1\na: 2")]
    public void A_file_that_is_no_table_is_told_and_does_not_throw(string yaml)
    {
        var (table, findings) = Read(yaml);

        table.ShouldBeNull();
        findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var (table, findings) = GraphErrors.Load("nowhere");

        table.ShouldBeNull();
        findings.ShouldHaveSingleItem().Message.ShouldContain("Config:Path");
    }

    private static GraphErrorLoad Read(string yaml) => GraphErrorFile.Read("t.yaml", Encoding.UTF8.GetBytes(yaml));
}
