using Sigap.Bench.Drill;
using Sigap.Bench.Drill.Faults;
using Sigap.Bench.Results;
using Sigap.Tests.Hosting;
using Xunit.Abstractions;

namespace Sigap.Tests.Drill;

/// <summary>The drill in a minute and a half: three real nodes on the loopback, one of them killed, the database's connections cut, one node leaving.</summary>
[Collection(HostingCollection.Name)]
public sealed class ShortDrillSpec(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _logs = Directory.CreateTempSubdirectory("sigap-short-drill-");

    public void Dispose() => _logs.Delete(recursive: true);

    [Fact]
    public async Task Whatever_breaks_nothing_is_lost_nothing_comes_twice_and_nothing_out_of_order()
    {
        var settings = new DrillSettings
        {
            Faults = FaultCatalogue.Short,
            Messages = 1500,
            Rate = 25,
            CalmSeconds = 2,
            LatestStatusSeconds = 1,
            Loopback = true,
            Seed = 4,
        };
        using var folders = new DrillFolders(Path.GetTempPath(), _logs.FullName);
        using var progress = new StringWriter();
        var began = TimeProvider.System.GetUtcNow();

        var outcome = await new DrillRun(settings, DrillCommand.Content(began), folders, TimeProvider.System, progress).Play(CancellationToken.None);

        using var page = new StringWriter();
        DrillPage.Of(DrillResult.Of(settings, Machine.Describe(folders.Data), began, outcome), outcome).Print(page);
        output.WriteLine($"{progress}");
        output.WriteLine($"{page}");
        outcome.Phases.Select(phase => phase.Phase.Name).ShouldBe(["calm", .. FaultCatalogue.Chosen(FaultCatalogue.Short).Select(fault => fault.Name)]);
        outcome.Phases.Sum(phase => phase.Row.Figures.Messages).ShouldBeGreaterThan(settings.Messages / 2);

        // A machine that does a hundred other things meanwhile breaks promises about time; none about messages.
        string[] safety = ["I1", "I2", "I3", "I4", "I5", "I7", "I8", "I9", "I11", "I16"];
        outcome.Phases
            .SelectMany(phase => phase.Row.Verdict.Broken.Select(finding => (phase.Phase.Name, finding.Promise, finding.Evidence)))
            .Where(broken => safety.Contains(broken.Promise))
            .ShouldBeEmpty($"{page}");
    }
}
