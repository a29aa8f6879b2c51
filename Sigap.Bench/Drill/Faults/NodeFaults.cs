using Sigap.Bench.Drill.Stage;

namespace Sigap.Bench.Drill.Faults;

/// <summary>What befalls the nodes' processes.</summary>
internal static class NodeFaults
{
    /// <summary>A service manager is there at once; a machine that is replaced is not.</summary>
    private static readonly TimeSpan UntilReplaced = TimeSpan.FromSeconds(20);

    public static Fault Kill { get; } = new("kill", "kill -9 of a node that is not the oldest", Patience.FromMessage(20))
    {
        Needs = new Needs { Nodes = 3 },
        Begin = (scene, _) => scene.Stage.ByAge[^1].Kill(),
        Lasts = UntilReplaced,
        End = StartTheDead,
    };

    public static Fault KillOldest { get; } = new("kill-oldest", "kill -9 of the oldest node, which leads the cluster", Patience.FromMessage(20))
    {
        Needs = new Needs { Nodes = 3 },
        Begin = (scene, _) => scene.Stage.ByAge[0].Kill(),
        Lasts = UntilReplaced,
        End = StartTheDead,
    };

    public static Fault KillAll { get; } = new("kill-all", "kill -9 of all nodes at the same moment, as in a power cut", Patience.FromHeal(30))
    {
        Begin = (scene, _) => Task.WhenAll(scene.Stage.ByAge.Select(node => node.Kill())),
        Lasts = TimeSpan.FromSeconds(10),
        End = StartTheDead,
    };

    /// <summary>A graceful leave hands everything over: nobody should notice.</summary>
    public static Fault Leave { get; } = new("leave", "a node is asked to stop and leaves", Patience.FromMessage(3))
    {
        CutsSends = false,
        Needs = new Needs { Nodes = 3 },
        Begin = (scene, _) => scene.Stage.ByAge[^1].Terminate(),
        Lasts = TimeSpan.FromSeconds(5),
        End = StartTheDead,
    };

    public static Fault RollingRestart { get; } = new("rolling-restart", "all nodes are restarted, one after the other", Patience.FromMessage(5))
    {
        CutsSends = false,
        Needs = new Needs { Nodes = 3 },
        Begin = async (scene, cancel) =>
        {
            foreach (var node in scene.Stage.ByAge)
            {
                await Restart(scene, node, cancel);
            }
        },
    };

    public static Fault Upgrade { get; } = new("upgrade", "an older build's nodes are replaced by this build's, one after the other", Patience.FromMessage(5))
    {
        CutsSends = false,
        Needs = new Needs { Nodes = 3, OlderBuild = true },
        Begin = async (scene, cancel) =>
        {
            foreach (var node in scene.Stage.ByAge)
            {
                node.Host = Programs.HostProgram.OfThisBuild;
                await Restart(scene, node, cancel);
            }
        },
    };

    public static Fault JoinStorm { get; } = new("join-storm", "two more nodes come, and go again half a minute later", Patience.FromMessage(5))
    {
        CutsSends = false,
        Needs = new Needs { Nodes = 3 },
        Begin = (scene, cancel) => Task.WhenAll(scene.Stage.Join(cancel), scene.Stage.Join(cancel)),
        Lasts = TimeSpan.FromSeconds(30),
        End = async (scene, cancel) =>
        {
            foreach (var extra in scene.Stage.Extra)
            {
                await extra.Terminate();
                await Task.Delay(TimeSpan.FromSeconds(2), scene.Clock, cancel);
            }
        },
    };

    /// <summary>
    /// Up to eight seconds nobody is given up; after a minute the node is no member any more and ends itself. What is posted to it
    /// meanwhile is given up after 10 s and comes again, to another node, up to 8 s later.
    /// </summary>
    public static Fault Pause(int seconds) => new(
        $"pause-{seconds}", $"a node stands still for {seconds} s (SIGSTOP)", Patience.FromMessage(seconds > 8 ? 30 : seconds + 5))
    {
        Needs = new Needs { Nodes = 3 },
        EndsNodes = seconds > 8,
        Begin = (scene, _) =>
        {
            scene.Paused = scene.Stage.ByAge[^1];
            scene.Paused.Pause();
            return Task.CompletedTask;
        },
        Lasts = TimeSpan.FromSeconds(seconds),
        End = (scene, _) =>
        {
            scene.Paused?.Resume();
            return Task.CompletedTask;
        },
    };

    private static Task StartTheDead(DrillScene scene, CancellationToken cancel)
    {
        foreach (var node in scene.Stage.Seeds.Where(node => !node.IsRunning))
        {
            node.Launch();
        }

        return Task.CompletedTask;
    }

    private static async Task Restart(DrillScene scene, StageNode node, CancellationToken cancel)
    {
        await node.Terminate();
        await node.Start(cancel);
        await Task.Delay(TimeSpan.FromSeconds(3), scene.Clock, cancel);
    }
}
