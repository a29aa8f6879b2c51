using System.Collections.Immutable;
using System.Globalization;
using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Faults;
using Sigap.Bench.Drill.Stage;
using Sigap.Content;

namespace Sigap.Bench.Drill;

/// <summary>One drill: the stage is set, the crowd writes, one fault after the other is played, and each time the ledgers are read.</summary>
internal sealed class DrillRun(DrillSettings settings, ContentSet content, DrillFolders folders, TimeProvider clock, TextWriter progress)
{
    private static readonly IReadOnlyDictionary<string, string> NothingMore = ImmutableDictionary<string, string>.Empty;

    private readonly ILookup<bool, Fault> _faults = FaultCatalogue.Chosen(settings.Faults).ToLookup(fault => fault.Needs.AreMet(settings));

    public async Task<DrillOutcome> Play(CancellationToken cancel)
    {
        await using var stage = await DrillStage.Set(settings.Nodes, folders.Data, folders.Logs, settings.AsRoot, clock);
        var crowd = new CrowdSettings { Rate = settings.Rate, Seed = settings.Seed, LatestStatus = TimeSpan.FromSeconds(settings.LatestStatusSeconds) };
        await using var world = await DrillWorld.Start(crowd, content, stage, stage.Network.Bench, clock);
        await Say($"{settings.Nodes} nodes start; seed {settings.Seed}");
        await stage.Open($"{world.Graph.Address}", settings.OlderBuild, NothingMore, cancel);
        await DrillApplications.Import(
            world.Citizens, content, ["--Database:Provider=postgresql", $"--ConnectionStrings:Sigap={stage.Database.ConnectionString}"],
            folders.Work, clock.GetUtcNow(), cancel);
        world.StartWriting();
        var phases = await Phases(new DrillScene(stage, world, clock), cancel);
        await LedgerFile.Write(Path.Combine(folders.Logs, "ledgers.jsonl"), world.Ledger, world.Sent, cancel);
        return new DrillOutcome(phases, [.. _faults[false]], LogLines(stage), Pace(world));
    }

    private async Task<IReadOnlyList<PhaseResult>> Phases(DrillScene scene, CancellationToken cancel)
    {
        Fault?[] faults = [null, .. _faults[true]];
        await using var memory = new MemoryWatch(scene.Stage, clock);
        var run = new PhaseRun(scene, settings, memory);
        var judge = new PhaseJudge(scene, content);
        var results = new List<PhaseResult>();
        foreach (var fault in faults)
        {
            if (scene.World.Watch.Now > TimeSpan.FromMinutes(settings.Minutes))
            {
                await Say("The time is over; the faults that are left are not played.");
                break;
            }

            await Say(fault is null ? "calm" : $"{fault.Name}: {fault.Description}");
            var result = await judge.Judge(await run.Play(fault, settings.Messages / faults.Length, cancel), cancel);
            results.Add(result);
            await Tell(result.Row);
        }

        return results;
    }

    private async Task Tell(PhaseRow row)
    {
        await Say(string.Create(
            CultureInfo.InvariantCulture,
            $"  {row.Figures.Messages:N0} messages, worst wait {row.Figures.WorstWait.TotalSeconds:0.0} s, {row.Verdict.Count(Harm.PossiblyTwice)} possibly twice"));
        foreach (var broken in row.Verdict.Broken.Take(3))
        {
            await Say($"  BROKEN {broken.Promise}: {broken.Evidence}");
        }
    }

    private static ImmutableSortedDictionary<string, int> LogLines(DrillStage stage) => stage.Nodes
        .SelectMany(node => node.Log.Kinds)
        .GroupBy(kind => kind.Key, kind => kind.Value)
        .ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Sum());

    private static string Pace(DrillWorld world) => string.Create(
        CultureInfo.InvariantCulture,
        $"The Graph API took {world.Sent.Sends.Count(send => send.IsTaken):N0} of {world.Sent.Sends.Length:N0} sends, {world.Sent.MostPerSecond} within a second from one number at most; "
        + $"WhatsApp would have refused {world.Sent.TooFastForPair} as too many for one applicant. The crowd could not write {world.Crowd.Unwritten:N0} messages in time.");

    private Task Say(string what) =>
        progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{clock.GetLocalNow():HH:mm:ss} {what}"));
}
