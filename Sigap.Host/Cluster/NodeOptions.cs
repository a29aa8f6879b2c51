using System.Net;
using System.Text.RegularExpressions;
using Sigap.Host.Storage;

namespace Sigap.Host.Cluster;

/// <summary>Section <c>Cluster</c>: this node's place in the cluster. Without seed nodes it is a cluster of one.</summary>
internal sealed partial record NodeOptions
{
    public const string Section = "Cluster";
    public const string KeepMajority = "keep-majority";
    public const string KeepOldest = "keep-oldest";

    private static readonly TimeSpan DelayForBalancer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLeaveDelay = TimeSpan.FromSeconds(30);

    /// <summary>The name or address under which the other nodes reach this one.</summary>
    public string Hostname { get; init; } = "127.0.0.1";

    /// <summary>0 takes any free port: fine for a node on its own.</summary>
    public int Port { get; init; }

    /// <summary><c>akka.tcp://sigap@host:port</c>, the same list in the same order on every node.</summary>
    public string[] SeedNodes { get; init; } = [];

    public string[] Roles { get; init; } = ["engine"];

    /// <summary>Which side goes on when the nodes cannot see each other; the same on every node.</summary>
    public string SplitBrain { get; init; } = KeepMajority;

    /// <summary>How long a node that is told to stop still takes webhooks after it has said that it is not ready any more.</summary>
    public TimeSpan? LeaveDelay { get; init; }

    /// <summary>Left empty, the nodes talk to each other in the clear.</summary>
    public NodeTls Tls { get; init; } = new();

    /// <summary>How long a conversation nobody writes in stays in memory.</summary>
    public TimeSpan PassivateAfter { get; init; } = TimeSpan.FromMinutes(30);

    public bool IsAlone => SeedNodes.Length == 0;

    /// <summary>A node on its own has nobody who could take over: it does not wait for a balancer.</summary>
    public TimeSpan TimeToLeave => LeaveDelay ?? (IsAlone ? TimeSpan.Zero : DelayForBalancer);

    private string SeedForm => Tls.IsOn ? "akka.ssl.tcp://sigap@host:port" : "akka.tcp://sigap@host:port";

    /// <summary>Every setting that does not fit, as a sentence that names it, its value and the remedy.</summary>
    /// <param name="provider">The database: all nodes of a cluster share one.</param>
    public IEnumerable<string> Problems(string provider) =>
    [
        .. OwnProblems(),
        .. IsAlone ? [] : TogetherProblems(provider),
        .. Tls.Problems(Hostname),
    ];

    private IEnumerable<string> OwnProblems()
    {
        if (string.IsNullOrWhiteSpace(Hostname))
            yield return "Cluster:Hostname is empty; write the name or address under which the other nodes reach this one.";
        if (Port is < 0 or > IPEndPoint.MaxPort)
            yield return $"Cluster:Port is {Port}; write a port from 1 to 65535, or 0 for any free one.";
        if (SplitBrain is not (KeepMajority or KeepOldest))
            yield return $"Cluster:SplitBrain is '{SplitBrain}'; write {KeepMajority} for three nodes or more, {KeepOldest} for two.";
        if (LeaveDelay < TimeSpan.Zero || LeaveDelay > LongestLeaveDelay)
            yield return $"Cluster:LeaveDelay is {LeaveDelay}; write a time from 00:00:00 to {LongestLeaveDelay}.";
        if (PassivateAfter < TimeSpan.FromMinutes(1))
            yield return $"Cluster:PassivateAfter is {PassivateAfter}; write at least 00:01:00.";
        foreach (var role in Roles.Where(role => !Role().IsMatch(role)))
            yield return $"Cluster:Roles holds '{role}'; write small letters, digits and hyphens, such as office-jakarta-pusat.";
    }

    private IEnumerable<string> TogetherProblems(string provider)
    {
        if (provider != DatabaseOptions.Postgresql)
            yield return $"Cluster:SeedNodes is set although Database:Provider is \"{provider}\", which serves one node only; write \"{DatabaseOptions.Postgresql}\", or remove the seed nodes.";
        if (Port == 0)
            yield return "Cluster:Port is 0 although there are seed nodes; write a fixed port, such as 4053.";
        foreach (var seed in SeedNodes.Where(seed => Seed(seed) is null))
            yield return $"Cluster:SeedNodes holds '{seed}'; write {SeedForm}{(Tls.IsOn ? "" : ", or akka.ssl.tcp:// with Cluster:Tls")}.";
        foreach (var twice in SeedNodes.GroupBy(seed => seed).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return $"Cluster:SeedNodes holds '{twice}' twice; write each seed node once, in the same order on every node.";
        if (SeedNodes.Length == 2 && SplitBrain == KeepMajority)
            yield return $"Cluster:SplitBrain is {KeepMajority} with two seed nodes, of which neither is a majority: when one dies, the other ends too. Run three nodes or more and name three seed nodes, or write {KeepOldest}.";
        if (IsLocal(Hostname) && SeedNodes.Select(Seed).OfType<string>().Any(host => !IsLocal(host)))
            yield return $"Cluster:Hostname is {Hostname}, where nodes on other machines cannot reach this one; write its name or address in their network.";
    }

    /// <returns>The host of a seed node; null when it is no address of one.</returns>
    private string? Seed(string seed) =>
        SeedAddress().Match(seed) is { Success: true } match && match.Groups["tls"].Success == Tls.IsOn
        && int.Parse(match.Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture) is > 0 and <= IPEndPoint.MaxPort
            ? match.Groups["host"].Value
            : null;

    private static bool IsLocal(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    [GeneratedRegex(@"^akka(?<tls>\.ssl)?\.tcp://sigap@(?<host>[^:/@\s]+):(?<port>\d{1,5})$")]
    private static partial Regex SeedAddress();

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex Role();
}
