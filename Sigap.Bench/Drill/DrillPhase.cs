using System.Collections.Immutable;
using Sigap.Bench.Drill.Faults;
using Sigap.Bench.Drill.Stage;

namespace Sigap.Bench.Drill;

/// <summary>A stretch of a drill: calm, a fault, calm again, and everything brought to its end. By the drill's one watch.</summary>
/// <param name="Fault">Null for calm from the beginning to the end.</param>
/// <param name="Begun">The fault began.</param>
/// <param name="Healed">What was broken was made good.</param>
/// <param name="Until">Nobody wrote any more.</param>
/// <param name="Drained">How long it took then until everything was answered; null when it was not within the limit.</param>
/// <param name="Trouble">What the people who run the machines could not make good in time; null when all went well.</param>
/// <param name="Exits">Of nodes, during the phase.</param>
/// <param name="MostMegabytes">That one node held in memory.</param>
internal sealed record DrillPhase(
    Fault? Fault, TimeSpan From, TimeSpan Begun, TimeSpan Healed, TimeSpan Until, TimeSpan? Drained, string? Trouble,
    ImmutableArray<NodeExit> Exits, double MostMegabytes)
{
    public string Name => Fault?.Name ?? "calm";

    /// <summary>Nodes that ended by themselves although the fault gave them no reason.</summary>
    public IEnumerable<NodeExit> StrangeExits => Fault is { EndsNodes: true } ? [] : Exits.Where(exit => !exit.Asked);

    /// <summary>Nodes that were asked to leave in order and were cut off, or left with an error.</summary>
    public IEnumerable<NodeExit> RoughExits => Fault is { CutsSends: false } ? Exits.Where(exit => exit is { Asked: true, Code: not 0 }) : [];
}
