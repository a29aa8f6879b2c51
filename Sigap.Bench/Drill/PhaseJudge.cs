using System.Globalization;
using Npgsql;
using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Faults;
using Sigap.Bench.Drill.Stage;
using Sigap.Bench.Programs;
using Sigap.Content;
using Finding = Sigap.Bench.Drill.Checks.Finding;

namespace Sigap.Bench.Drill;

/// <summary>Says which promises a phase broke: those of the ledgers and the journal, of the applicants' patience, and of the nodes.</summary>
internal sealed class PhaseJudge(DrillScene scene, ContentSet content)
{
    private const int ConnectionsPerNode = 40;
    private const int ConnectionsOfTheBench = 10;

    /// <summary>However long something was broken: soon after it everybody has an answer.</summary>
    private static readonly TimeSpan CaughtUp = TimeSpan.FromMinutes(2);

    /// <summary>A program just started compiles itself; its first answers are no measure.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    private readonly DrillChecks _checks = new(
        scene.World.Ledger, scene.World.Sent, scene.Stage.Database.ConnectionString, content, SecretsOf(scene));

    private HonestMetrics _counted = new(0, 0);

    public async Task<PhaseResult> Judge(DrillPhase phase, CancellationToken cancel)
    {
        var (ledger, sent) = (scene.World.Ledger, scene.World.Sent);
        FileInfo[] logs = [.. scene.Stage.Nodes.Select(node => new FileInfo(node.Log.File))];
        var most = scene.Stage.Nodes.Count(node => node.IsRunning) * ConnectionsPerNode + ConnectionsOfTheBench;
        var verdict = await _checks.Run(logs, most, cancel);
        var figures = PhaseFigures.Of(ledger, sent, phase.From, phase.Until);
        var recovery = PhaseFigures.FirstReplyAfter(sent, phase.Healed) - phase.Healed;
        var caughtUp = CatchUp(phase);
        List<Finding> findings =
        [
            .. verdict.Findings, .. Patience(phase, figures, recovery), .. Late(phase, caughtUp), .. Nodes(phase),
            .. WebhooksAreAnswered.In(phase.Name, figures, inOrder: phase.Fault is null or { CutsSends: false }),
            .. await Calm(phase, cancel),
        ];
        var row = new PhaseRow(phase.Name, figures, new Verdict([.. findings]), recovery, phase.Drained);
        return new PhaseResult(phase, row, caughtUp);
    }

    private static Dictionary<string, string> SecretsOf(DrillScene scene) => new()
    {
        ["the app secret"] = Secrets.App,
        ["the access token"] = Secrets.Access,
        ["the verify token"] = Secrets.Verify,
        ["the master key"] = scene.Stage.MasterKey,
        ["the database's password"] = new NpgsqlConnectionStringBuilder(scene.Stage.Database.ConnectionString).Password ?? "",
    };

    /// <summary>How long after all was well the last of those was answered who wrote before.</summary>
    private TimeSpan CatchUp(DrillPhase phase) => scene.World.Ledger.Messages
        .Where(message => message.PostedAt >= phase.From && message.PostedAt < phase.Healed && message.RepliedAt > phase.Healed)
        .Select(message => message.RepliedAt!.Value - phase.Healed)
        .DefaultIfEmpty(TimeSpan.Zero)
        .Max();

    private static IEnumerable<Finding> Patience(DrillPhase phase, PhaseFigures figures, TimeSpan? recovery)
    {
        if (phase.Fault is not { Patience: var patience })
        {
            yield break;
        }

        var (waited, what) = patience.CountsFrom == PatienceFrom.Message
            ? (figures.WorstWait, "an applicant waited for")
            : (recovery ?? TimeSpan.MaxValue, "after all was well nobody was answered for");
        if (waited > patience.Longest)
        {
            yield return new Finding("I10", Harm.Other, $"patience {phase.Name}", string.Create(
                CultureInfo.InvariantCulture, $"{what} {waited.TotalSeconds:0.0} s; promised are {patience.Longest.TotalSeconds:0} s"));
        }
    }

    private static IEnumerable<Finding> Late(DrillPhase phase, TimeSpan caughtUp)
    {
        if (phase.Drained is null)
        {
            yield return new Finding("I10", Harm.Other, $"drain {phase.Name}", "something was still owed, or not acknowledged, minutes after the last message");
        }

        if (caughtUp > CaughtUp)
        {
            yield return new Finding("I10", Harm.Other, $"late {phase.Name}", string.Create(
                CultureInfo.InvariantCulture, $"somebody was answered only {caughtUp.TotalSeconds:0} s after all was well"));
        }
    }

    private static IEnumerable<Finding> Nodes(DrillPhase phase) =>
    [
        .. phase.StrangeExits.Select(exit => Ended(exit, "ended by itself, and nothing gave it a reason")),
        .. phase.RoughExits.Select(exit => Ended(exit, "was asked to leave and did not do so in order")),
        .. phase.Trouble is { } trouble ? new[] { new Finding("I16", Harm.Other, $"trouble {phase.Name}", trouble) } : [],
    ];

    private static Finding Ended(NodeExit exit, string how) =>
        new("I16", Harm.Other, $"exit {exit.Node} {exit.At:O}", $"{exit.Node} {how}; its exit code is {exit.Code}");

    /// <summary>The first phase, in which nothing is broken and no node comes or goes.</summary>
    private async Task<IEnumerable<Finding>> Calm(DrillPhase phase, CancellationToken cancel)
    {
        if (phase.Fault is not null)
        {
            return [];
        }

        var (before, nothing) = (_counted, new HonestMetrics(0, 0));
        _counted = await HonestMetrics.Scrape(scene.Stage.All, cancel);
        var findings = HonestMetrics.Compare(phase.Name, _counted, before, HonestMetrics.Of(_checks.Journal), nothing);
        var warm = phase.From + WarmUp;
        return warm < phase.Until
            ? [.. findings, .. QuietWebhooks.In(phase.Name, PhaseFigures.Of(scene.World.Ledger, scene.World.Sent, warm, phase.Until))]
            : findings;
    }
}
