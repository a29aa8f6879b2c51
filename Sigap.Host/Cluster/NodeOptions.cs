using System.Net;

namespace Sigap.Host.Cluster;

/// <summary>Section <c>Cluster</c>: this node's place in the cluster. Without seed nodes it is a cluster of one.</summary>
internal sealed record NodeOptions
{
    public const string Section = "Cluster";

    /// <summary>The name or address under which the other nodes reach this one.</summary>
    public string Hostname { get; init; } = "127.0.0.1";

    /// <summary>0 takes any free port: fine for a node on its own.</summary>
    public int Port { get; init; }

    /// <summary><c>akka.tcp://sigap@host:port</c>, the same list in the same order on every node.</summary>
    public string[] SeedNodes { get; init; } = [];

    public string[] Roles { get; init; } = ["engine"];

    /// <summary>How long a conversation nobody writes in stays in memory.</summary>
    public TimeSpan PassivateAfter { get; init; } = TimeSpan.FromMinutes(30);

    public bool IsAlone => SeedNodes.Length == 0;

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Hostname))
            yield return "Cluster:Hostname is empty; write the name or address under which the other nodes reach this one.";
        if (Port is < 0 or > IPEndPoint.MaxPort)
            yield return $"Cluster:Port is {Port}; write a port from 1 to 65535, or 0 for any free one.";
        if (!IsAlone && Port == 0)
            yield return "Cluster:Port is 0 although there are seed nodes; write a fixed port, such as 4053.";
        if (PassivateAfter < TimeSpan.FromMinutes(1))
            yield return $"Cluster:PassivateAfter is {PassivateAfter}; write at least 00:01:00.";
        foreach (var seed in SeedNodes.Where(seed => !seed.StartsWith("akka.tcp://sigap@", StringComparison.Ordinal)))
            yield return $"Cluster:SeedNodes holds '{seed}'; write akka.tcp://sigap@host:port.";
    }
}
