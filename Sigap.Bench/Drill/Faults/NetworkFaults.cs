namespace Sigap.Bench.Drill.Faults;

/// <summary>What befalls the cables between nodes; the database and WhatsApp stay within reach of all of them.</summary>
internal static class NetworkFaults
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly Needs Cables = new() { Nodes = 3, Cables = true };

    public static Fault Partition { get; } = new("partition", "the oldest node is cut off from the others for 60 s", Patience.FromMessage(30))
    {
        Needs = Cables,
        EndsNodes = true,
        Begin = (scene, _) =>
        {
            var names = scene.Stage.ByAge.Select(node => node.Name).ToList();
            return scene.Cuts.Between(names[..1], names[1..]);
        },
        Lasts = Minute,
        End = Heal,
    };

    public static Fault OneWay { get; } = new("one-way", "what one node sends does not reach another for 60 s", Patience.FromMessage(60))
    {
        Needs = Cables,
        EndsNodes = true,
        Begin = (scene, _) => scene.Cuts.OneWay(scene.Stage.ByAge[^1].Name, scene.Stage.ByAge[0].Name),
        Lasts = Minute,
        End = Heal,
    };

    /// <summary>Unstable enough that all nodes may give up and start anew.</summary>
    public static Fault Flapping { get; } = new("flapping", "a node's cable is pulled for 3 s every 6 s, ten times", Patience.FromMessage(60))
    {
        Needs = Cables,
        EndsNodes = true,
        Begin = async (scene, cancel) =>
        {
            var names = scene.Stage.ByAge.Select(node => node.Name).ToList();
            for (var pull = 0; pull < 10; pull++)
            {
                await scene.Cuts.Between(names[^1..], names[..^1]);
                await Task.Delay(TimeSpan.FromSeconds(3), scene.Clock, cancel);
                await scene.Cuts.Heal();
                await Task.Delay(TimeSpan.FromSeconds(3), scene.Clock, cancel);
            }
        },
        End = Heal,
    };

    /// <summary>A shard that is on its way to another node may find its home only when the packets come again.</summary>
    public static Fault Loss { get; } = new("loss", "30 % of the packets between nodes are lost for 60 s", Patience.FromMessage(75))
    {
        Needs = Cables,
        EndsNodes = true,
        Begin = (scene, _) => scene.Cuts.Lose(percent: 30),
        Lasts = Minute,
        End = Heal,
    };

    private static Task Heal(DrillScene scene, CancellationToken cancel) => scene.Cuts.Heal();
}
