using System.Collections.Immutable;
using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Faults;
using Sigap.Bench.Drill.Stage;

namespace Sigap.Bench.Drill;

/// <summary>Plays one phase of a drill: lets the crowd write, breaks something, makes it good, and waits until all is quiet.</summary>
internal sealed class PhaseRun(DrillScene scene, DrillSettings settings, MemoryWatch memory)
{
    private static readonly TimeSpan DrainPatience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private TimeSpan Calm => TimeSpan.FromSeconds(settings.CalmSeconds);

    private TimeSpan Now => scene.World.Watch.Now;

    /// <param name="fault">Null for calm from the beginning to the end.</param>
    /// <param name="messages">What the crowd has to write meanwhile, at least.</param>
    public async Task<DrillPhase> Play(Fault? fault, int messages, CancellationToken cancel)
    {
        var (from, written, exits) = (Now, scene.World.Ledger.Count, Exits());
        memory.TakeMostBytes();
        scene.World.Crowd.Rate = settings.Rate;
        await scene.World.Watch.Wait(Calm, cancel);
        var begun = Now;
        var (healed, trouble) = fault is null ? (begun, null) : await Break(fault, cancel);
        await scene.World.Watch.Wait(Calm, cancel);
        await Written(written + messages, cancel);
        var until = Now;

        // Silent until the next phase: what is being written cannot be judged.
        scene.World.Crowd.Rate = 0;
        var drained = await scene.World.Drain(DrainPatience, OwesNothing, cancel);
        return new DrillPhase(
            fault, from, begun, healed, until, drained, trouble, [.. Exits().Skip(exits.Length)], memory.TakeMostBytes() / 1e6);
    }

    /// <returns>When it was made good, for which the nodes may have needed some time more; and what went wrong with that.</returns>
    private async Task<(TimeSpan Healed, string? Trouble)> Break(Fault fault, CancellationToken cancel)
    {
        scene.World.Ledger.Begins(fault.Name, fault.CutsSends);
        var trouble = await Try(async () =>
        {
            await fault.Begin(scene, cancel);
            await scene.World.Watch.Wait(fault.Lasts, cancel);
        });
        trouble = await Try(() => fault.End(scene, cancel)) ?? trouble;
        var healed = Now;
        trouble = await Try(() => scene.Stage.Ready(cancel)) ?? trouble;
        scene.World.Ledger.Heals();
        return (healed, trouble);
    }

    /// <summary>A node or a database that does not come back is a finding, and no reason to end the drill.</summary>
    private static async Task<string?> Try(Func<Task> step)
    {
        try
        {
            await step();
            return null;
        }
        catch (Exception problem) when (problem is BenchProblem or TimeoutException or InvalidOperationException)
        {
            return problem.Message.Split('\n')[0];
        }
    }

    /// <summary>A crowd that cannot write as fast as it should is not waited for twice as long.</summary>
    private async Task Written(int messages, CancellationToken cancel)
    {
        var patience = Now + 2 * TimeSpan.FromSeconds(Math.Max(0, messages - scene.World.Ledger.Count) / settings.Rate);
        while (scene.World.Ledger.Count < messages && Now < patience)
        {
            await scene.World.Watch.Wait(Look, cancel);
        }
    }

    private Task<bool> OwesNothing(CancellationToken cancel) =>
        DatabaseLook.SaysNothingIsOwed(scene.Stage.Database.ConnectionString, cancel);

    private ImmutableArray<NodeExit> Exits() => [.. scene.Stage.Nodes.SelectMany(node => node.Exits).OrderBy(exit => exit.At)];
}
