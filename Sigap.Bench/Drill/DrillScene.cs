using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Stage;

namespace Sigap.Bench.Drill;

/// <summary>What a fault can reach: the nodes and their surroundings, WhatsApp, and the applicants.</summary>
internal sealed class DrillScene(DrillStage stage, DrillWorld world, TimeProvider clock)
{
    public DrillStage Stage => stage;

    public DrillWorld World => world;

    public TimeProvider Clock => clock;

    public NetworkCuts Cuts => stage.Network.Cuts ?? throw new BenchProblem("The cables of this stage cannot be cut.");

    public SmallDisk Disk => stage.Database.Disk ?? throw new BenchProblem("The disk of this stage cannot be filled.");

    /// <summary>The node that stands still.</summary>
    public StageNode? Paused { get; set; }
}
