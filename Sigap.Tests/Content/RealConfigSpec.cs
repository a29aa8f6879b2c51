using Sigap.Content.Loading;
using Sigap.Host.Content;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

/// <summary>The facts and texts that travel with the program.</summary>
public class RealConfigSpec
{
    // Fixed, so that the passing of time alone turns no test red; overdue facts are for the check on the day.
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void It_checks_out()
    {
        var load = ContentLoader.Load(RepositoryRoot.Combine("config"), Today);

        load.Findings.ShouldBeEmpty(string.Join('\n', load.Findings));
        load.Content.ShouldNotBeNull().Offices.Keys.Select(office => office.Value).Order()
            .ShouldBe(["denpasar", "jakarta-pusat", "jayapura"]);
    }

    [Fact]
    public void It_knows_the_ten_kinds_of_application() =>
        ContentLoader.Load(RepositoryRoot.Combine("config"), Today).Content.ShouldNotBeNull().Requirements.Keys.Order()
            .ShouldBe(new[]
            {
                "new-adult", "renewal", "child", "lost", "damaged", "data-change", "haj-umrah", "migrant-worker",
                "mixed-marriage-child", "electronic-or-ordinary",
            }.Order());

    [Fact]
    public void The_command_prints_a_summary_and_succeeds()
    {
        using var output = new StringWriter();

        CheckCommand.Run(RepositoryRoot.Combine("config"), Today, output).ShouldBe(0);
        output.ToString().ShouldMatch(@"^0 errors, 0 warnings in \d+ files \(\d+\.\d s\)\s*$");
    }

    [Fact]
    public void The_offices_answer_on_their_numbers()
    {
        var content = ContentLoader.Load(RepositoryRoot.Combine("config"), Today).Content.ShouldNotBeNull();

        content.OfficeOf(new BusinessNumberId("109000000000001"))!.Id.Value.ShouldBe("jakarta-pusat");
        content.OfficeOf(new BusinessNumberId("109000000000002"))!.Id.Value.ShouldBe("denpasar");
        content.OfficeOf(new BusinessNumberId("109000000000003"))!.Id.Value.ShouldBe("jayapura");
    }
}
