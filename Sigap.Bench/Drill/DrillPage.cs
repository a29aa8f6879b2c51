using System.Globalization;
using Sigap.Bench.Drill.Checks;

namespace Sigap.Bench.Drill;

/// <summary>A drill's result on one page.</summary>
internal static class DrillPage
{
    private const int MostKinds = 12;

    public static ReportPage Of(DrillResult result, DrillOutcome outcome)
    {
        var (settings, machine) = (result.Settings, result.Machine);
        return new ReportPage(
            [
                $"Drill of {settings.Nodes} nodes on PostgreSQL, {(settings.AsRoot ? "each in its own network namespace" : "all on the loopback")}, commit {result.Commit}",
                $"{result.Date.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {machine.Processors} processors ({machine.Processor}), {machine.MemoryMegabytes:N0} MB, {machine.Runtime}, data on {machine.DataFileSystem}",
                string.Create(CultureInfo.InvariantCulture, $"seed {settings.Seed}, {settings.Rate:0.#} messages a second, faults: {settings.Faults}"),
            ],
            [.. outcome.Phases.Select(phase => phase.Row)],
            [.. LeftOut(outcome), .. Nodes(outcome), outcome.Pace, .. Logs(outcome)]);
    }

    private static IEnumerable<string> LeftOut(DrillOutcome outcome) => outcome.LeftOut.Count == 0
        ? []
        : [$"Left out: {string.Join(", ", outcome.LeftOut.Select(fault => $"{fault.Name} ({fault.Needs})"))}"];

    private static IEnumerable<string> Nodes(DrillOutcome outcome)
    {
        var exits = outcome.Phases.SelectMany(phase => phase.Phase.Exits.Select(exit => (phase.Phase.Name, Exit: exit))).ToList();
        var byThemselves = exits.Where(each => !each.Exit.Asked).Select(each => $"{each.Exit.Node} in {each.Name} with code {each.Exit.Code}").ToList();
        yield return $"Nodes ended {exits.Count} times, {byThemselves.Count} of them by themselves{(byThemselves.Count == 0 ? "." : $": {string.Join(", ", byThemselves)}.")}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"The most memory of one node: {outcome.Phases.Select(phase => phase.Phase.MostMegabytes).DefaultIfEmpty(0).Max():0} MB. "
            + $"The last answer to who wrote during a fault: {outcome.Phases.Select(phase => phase.CaughtUp.TotalSeconds).DefaultIfEmpty(0).Max():0.0} s after it.");
    }

    private static IEnumerable<string> Logs(DrillOutcome outcome)
    {
        yield return $"Warnings and errors in the logs, {outcome.LogLines.Values.Sum():N0} in all:";
        foreach (var (kind, count) in outcome.LogLines.OrderByDescending(line => line.Value).Take(MostKinds))
        {
            yield return $"  {count,7:N0}  {kind}";
        }
    }
}
