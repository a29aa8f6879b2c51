using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using Sigap.Host.Duty;

namespace Sigap.Host.Cluster;

/// <summary>
/// Brings this node into the cluster. The first seed node founds it, as long as no other member shows itself in the database that all
/// share: there is one cluster for a database, whoever can reach whom when a node starts.
/// </summary>
internal sealed class Joining(ActorSystem system, NodeOptions node, IClusterSign sign, TimeProvider clock, ILogger<Joining> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private ImmutableArray<Address> _asked = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => node.IsAlone
        ? Task.CompletedTask
        : Rounds.Go(
            Every,
            clock,
            JoinOrShow,
            failure => log.LogDebug("Whether there is a cluster could not be asked or said ({Failure}); trying again", failure.GetType().Name),
            stoppingToken);

    private async Task JoinOrShow(CancellationToken cancel)
    {
        var cluster = Akka.Cluster.Cluster.Get(system);
        if (cluster.SelfMember.Status is MemberStatus.Up)
        {
            await sign.Show($"{cluster.SelfAddress}", cancel);
        }
        else if (WhoToAsk(node.SeedNodes, cluster.SelfAddress, await sign.Seen(cancel)) is { IsEmpty: false } seeds && !seeds.SequenceEqual(_asked))
        {
            cluster.JoinSeedNodes(_asked = seeds);
        }
    }

    /// <summary>Akka founds a cluster when the first of the list is the node itself, and none of the others answers.</summary>
    /// <param name="member">
    /// The address of a member that shows itself. It may be this node's own, of its life before, or one that this node cannot talk to,
    /// for only one of the two has certificates.
    /// </param>
    /// <returns>Empty: there is nobody to ask yet.</returns>
    internal static ImmutableArray<Address> WhoToAsk(IReadOnlyList<string> seeds, Address self, string? member)
    {
        ImmutableArray<Address> configured = [.. seeds.Select(Address.Parse)];
        return member is null
            ? configured
            : [.. new[] { Address.Parse(member) }.Concat(configured).Where(address => address != self && address.Protocol == self.Protocol).Distinct()];
    }
}
