using System.Collections.Immutable;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;

namespace Sigap.Bench.Drill.Faults;

/// <summary>What WhatsApp does to whoever is connected to it: on the way out, and on the way in.</summary>
internal static class WhatsAppFaults
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A reply whose fate is unknown waits for its status and holds back those after it; a number that was refused rests for a
    /// minute. So what counts is how soon all is caught up.
    /// </summary>
    public static ImmutableArray<Fault> All { get; } =
    [
        Graph("graph-429", GraphFault.TooFast, Patience.FromHeal(30)),
        Graph("graph-429-wait", GraphFault.TooFastWithRetryAfter, Patience.FromHeal(30)),
        Graph("graph-pair", GraphFault.PairTooFast, Patience.FromHeal(60)),
        Graph("graph-500", GraphFault.ServerErrors, Patience.FromHeal(60)),
        Graph("graph-400", GraphFault.BadRequests, Patience.FromHeal(30)),
        Graph("graph-token", GraphFault.WrongToken, Patience.FromHeal(90)),
        Graph("graph-slow", GraphFault.Slow, Patience.FromHeal(30)),
        Drops,
        Graph("graph-garbage", GraphFault.Garbage, Patience.FromHeal(90)),
        Copies,
        Mail("shuffled", "what an applicant writes comes in any order", CrowdMode.Shuffled),
        Mail("delayed", "messages come up to 20 s late, each by another time", CrowdMode.Delayed),
    ];

    public static Fault Drops => Graph("graph-drops", GraphFault.AcceptsThenDrops, Patience.FromHeal(90));

    public static Fault Copies => Mail("duplicates", "each webhook comes ten times, to all nodes at once", CrowdMode.DuplicateFlood);

    private static Fault Graph(string name, GraphFault fault, Patience patience) =>
        new(name, $"the Graph API: {fault.Name}, {fault.Share:P0} of the sends", patience)
        {
            Begin = (scene, _) =>
            {
                scene.World.Graph.Fault = fault;
                return Task.CompletedTask;
            },
            Lasts = HalfAMinute,
            End = (scene, _) =>
            {
                scene.World.Graph.Fault = GraphFault.None;
                return Task.CompletedTask;
            },
        };

    private static Fault Mail(string name, string description, CrowdMode mode) => new(name, description, Patience.FromMessage(10))
    {
        CutsSends = false,
        Begin = (scene, _) =>
        {
            scene.World.Crowd.Mode = mode;
            return Task.CompletedTask;
        },
        Lasts = HalfAMinute,
        End = (scene, _) =>
        {
            scene.World.Crowd.Mode = CrowdMode.Ordinary;
            return Task.CompletedTask;
        },
    };
}
