using Sigap.Bench.Drill.Checks;

namespace Sigap.Tests.Drill;

public sealed class DrillReportSpec
{
    private static readonly PhaseFigures Figures = new(
        1000, 1000, 3, 0, 2, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(12.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(14),
        TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(200), 0.002);

    [Fact]
    public void A_drill_that_kept_every_promise_says_so()
    {
        var page = Page(Verdict.Clean);

        page.IsKept.ShouldBeTrue();
        Printed(page).ShouldContain("Every promise was kept.");
    }

    [Fact]
    public void A_broken_promise_stands_there_with_its_evidence_and_the_others_of_its_kind_are_counted()
    {
        var page = Page(new Verdict(
            [.. Enumerable.Range(0, 50).Select(i => new Finding("I1", Harm.Lost, $"{i}", $"message {i} has no turn"))]));

        page.IsKept.ShouldBeFalse();
        Printed(page).ShouldContain("I1 lost, 50 times in \"kill a node\"");
        Printed(page).ShouldContain("message 0 has no turn");
        Printed(page).ShouldNotContain("message 30 has no turn");
    }

    [Fact]
    public void What_may_have_come_twice_is_counted_and_breaks_no_promise()
    {
        var page = Page(new Verdict([new Finding("I3", Harm.PossiblyTwice, "1", "taken twice around a kill")]));

        page.IsKept.ShouldBeTrue();
        Printed(page).Split('\n').Single(line => line.StartsWith("kill a node", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[3..8].ShouldBe(["1000", "0", "0", "0", "1"]);
    }

    [Fact]
    public void A_post_without_an_answer_is_excused_by_a_dead_node_and_by_nothing_else()
    {
        WebhooksAreAnswered.In("kill a node", Figures, inOrder: false).ShouldBeEmpty();
        WebhooksAreAnswered.In("rolling restart", Figures, inOrder: true).ShouldHaveSingleItem().Evidence.ShouldContain("2 posts");
    }

    [Fact]
    public void An_answer_that_is_neither_200_nor_503_is_excused_by_nothing() =>
        WebhooksAreAnswered.In("kill a node", Figures with { OtherAnswers = 1 }, inOrder: false).ShouldHaveSingleItem();

    [Fact]
    public void A_calm_phase_acknowledges_soon()
    {
        QuietWebhooks.In("calm", Figures).ShouldBeEmpty();
        QuietWebhooks.In("calm", Figures with { PostMedian = TimeSpan.FromMilliseconds(300), PostSlow = 0.02 }).Count().ShouldBe(2);
    }

    [Fact]
    public void Nodes_that_count_something_else_than_happened_are_not_honest()
    {
        var nothing = new HonestMetrics(0, 0);

        HonestMetrics.Compare("calm", new(10, 9), nothing, new(10, 9), nothing).ShouldBeEmpty();
        HonestMetrics.Compare("calm", new(11, 9), nothing, new(10, 8), nothing).Count().ShouldBe(2);
    }

    [Fact]
    public void A_metric_is_summed_over_its_labels()
    {
        const string text = """
            # TYPE sigap_turns_total counter
            sigap_turns_total{otel_scope_name="Sigap"} 41 1790000000000
            sigap_turns_failed_total{otel_scope_name="Sigap"} 7 1790000000000
            sigap_replies_settled_total{otel_scope_name="Sigap",how="accepted"} 40 1790000000000
            sigap_replies_settled_total{otel_scope_name="Sigap",how="given-up"} 1 1790000000000
            """;

        HonestMetrics.Sum(text, "sigap_turns_total", "").ShouldBe(41);
        HonestMetrics.Sum(text, "sigap_replies_settled_total", "accepted").ShouldBe(40);
        HonestMetrics.Sum(text, "sigap_replies_settled_total", "").ShouldBe(41);
    }

    private static ReportPage Page(Verdict verdict) => new(
        ["2 cores, commit abc, seed 1"],
        [new PhaseRow("kill a node", Figures, verdict, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9))],
        ["no namespaces: partitions were left out"]);

    private static string Printed(ReportPage page)
    {
        using var output = new StringWriter();
        page.Print(output);
        return output.ToString();
    }
}
