using System.Diagnostics;
using Sigap.Bench.Drill.Stage;
using Sigap.Bench.Programs;
using Sigap.Tests.Hosting;
using Sigap.Tests.Support;

namespace Sigap.Tests.Drill;

/// <summary>What the drill's verdicts rest on: its nodes are looked after, its logs are read, and it leaves nothing behind.</summary>
[Collection(HostingCollection.Name)]
public sealed class StageSpec : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigap-stage-spec-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_node_that_ends_by_itself_is_started_again_and_one_that_was_killed_stays_down()
    {
        await using var graph = await GraphStandIn.Start();
        await using var stage = await DrillStage.Set(3, Path.GetTempPath(), _folder.FullName, asRoot: false, TimeProvider.System);
        await stage.Open(graph.Url, host: null, new Dictionary<string, string>(), CancellationToken.None);
        var (fallen, killed) = (stage.ByAge[1], stage.ByAge[2]);

        await killed.Kill();
        using (var process = Process.GetProcessById(fallen.Process!.Value))
        {
            process.Kill();
        }

        await Eventually.Becomes(() => fallen.Exits.Count == 1, () => "the end of the node is noticed");
        await fallen.BecomesReady(CancellationToken.None);

        fallen.Exits.ShouldHaveSingleItem().Asked.ShouldBeFalse();
        killed.Exits.ShouldHaveSingleItem().Asked.ShouldBeTrue();
        killed.IsRunning.ShouldBeFalse();
        stage.ByAge[^1].ShouldBe(fallen, "who was started again is the youngest");
    }

    [Fact]
    public async Task What_was_done_is_undone_the_latest_first_unless_it_was_undone_already()
    {
        var told = Path.Combine(_folder.FullName, "told");
        await using (var undoing = Undoing.Start())
        {
            undoing.Remember("bridge", $"echo bridge >> '{told}'");
            undoing.Remember("node", $"echo node >> '{told}'");
            undoing.Remember("cable", $"echo cable >> '{told}'");
            undoing.Forget("node");
        }

        File.ReadAllLines(told).ShouldBe(["cable", "bridge"]);
    }

    [Fact]
    public void Warnings_are_counted_by_kind_without_what_differs_from_one_to_the_next()
    {
        using var log = new NodeLog(_folder.FullName, "n1");
        log.Hear("10:00:00.001 warn: Sigap.Host.Inbox.InboxPump[0] 12 messages wait for conversation 9f8a7b6c5d");
        log.Hear("10:00:00.002 warn: Sigap.Host.Inbox.InboxPump[0] 7 messages wait for conversation 1f8a7b6c5d");
        log.Hear("10:00:00.003 fail: Akka.Actor.OneForOneStrategy[0] it broke");
        log.Hear("10:00:00.004 info: Sigap.Host.Inbox.InboxPump[0] nothing to worry about");
        log.Hear("Sigap is ready: http://127.0.0.1:8080");

        log.Kinds.ShouldBe(new Dictionary<string, int>
        {
            ["fail: Akka.Actor.OneForOneStrategy it broke"] = 1,
            ["warn: Sigap.Host.Inbox.InboxPump # messages wait for conversation #"] = 2,
        });
        File.ReadAllLines(log.File).Length.ShouldBe(5);
    }
}
