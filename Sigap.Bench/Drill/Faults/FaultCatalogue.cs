using System.Collections.Immutable;

namespace Sigap.Bench.Drill.Faults;

/// <summary>Every fault a drill knows, in the order in which they are played.</summary>
internal static class FaultCatalogue
{
    public const string All = "all";
    public const string Short = "short";

    private static readonly ImmutableArray<Fault> Every =
    [
        NodeFaults.Kill, NodeFaults.KillOldest, NodeFaults.KillAll,
        NodeFaults.Pause(2), NodeFaults.Pause(8), NodeFaults.Pause(60),
        NetworkFaults.Partition, NetworkFaults.OneWay, NetworkFaults.Flapping, NetworkFaults.Loss,
        DatabaseFaults.Blips(times: 5, apart: TimeSpan.FromSeconds(10)), DatabaseFaults.Restart, DatabaseFaults.Down,
        DatabaseFaults.Hang, DatabaseFaults.DiskFull,
        NodeFaults.Leave, NodeFaults.RollingRestart, NodeFaults.JoinStorm,
        .. WhatsAppFaults.All,
        NodeFaults.Upgrade,
    ];

    /// <summary>What fits into a minute and a half, on any machine.</summary>
    private static readonly ImmutableArray<Fault> Few =
    [
        NodeFaults.Kill with { Lasts = TimeSpan.FromSeconds(3) },
        DatabaseFaults.Restart with { Lasts = TimeSpan.FromSeconds(2), Description = "PostgreSQL crashes and is back after 2 s" },
        NodeFaults.Leave with { Lasts = TimeSpan.Zero },
    ];

    public static IEnumerable<string> Names => Every.Select(fault => fault.Name);

    public static ImmutableArray<Fault> Chosen(string faults) => faults switch
    {
        All => Every,
        Short => Few,
        _ => [.. Split(faults).SelectMany(name => Every.Where(fault => fault.Name == name))],
    };

    public static IEnumerable<string> Unknown(string faults) => faults is All or Short ? [] : Split(faults).Except(Names);

    private static string[] Split(string faults) => faults.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
