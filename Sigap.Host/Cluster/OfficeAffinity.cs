using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;

namespace Sigap.Host.Cluster;

/// <summary>
/// Gives the shards of an office to a node with the role <c>office-…</c> when one is up, and the others to whom
/// <paramref name="otherwise"/> says; when such a node comes, they go to it a few at a time.
/// </summary>
/// <param name="officeOf">The office of a shard; null when it belongs to none.</param>
internal sealed class OfficeAffinity(IShardAllocationStrategy otherwise, Func<string, string?> officeOf)
    : IActorSystemDependentAllocationStrategy
{
    public const string RolePrefix = "office-";
    private const int MovesAtOnce = 5;
    private Akka.Cluster.Cluster? _cluster;

    public void Start(ActorSystem system)
    {
        _cluster = Akka.Cluster.Cluster.Get(system);
        (otherwise as IActorSystemDependentAllocationStrategy)?.Start(system);
    }

    public Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations)
    {
        var homes = HomesOf(shardId, currentShardAllocations.Keys);
        return otherwise.AllocateShard(
            requester,
            shardId,
            homes.IsEmpty ? currentShardAllocations : currentShardAllocations.Where(region => homes.Contains(region.Key)).ToImmutableDictionary());
    }

    public Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress)
    {
        var placed =
            from region in currentShardAllocations
            from shard in region.Value
            select (Shard: shard, Region: region.Key, Homes: HomesOf(shard, currentShardAllocations.Keys));
        var bound = placed.Where(shard => !shard.Homes.IsEmpty).ToImmutableArray();
        var astray = bound.Where(shard => !shard.Homes.Contains(shard.Region)).Select(shard => shard.Shard).ToImmutableArray();

        if (!astray.IsEmpty)
        {
            return Task.FromResult<IImmutableSet<string>>(
                rebalanceInProgress.Count == 0 && IsQuiet() ? [.. astray.Take(MovesAtOnce)] : ImmutableHashSet<string>.Empty);
        }

        // What is at home is nobody's to move.
        var atHome = bound.Select(shard => shard.Shard).ToHashSet();
        return otherwise.Rebalance(
            currentShardAllocations.ToImmutableDictionary(
                region => region.Key, region => (IImmutableList<string>)region.Value.Where(shard => !atHome.Contains(shard)).ToImmutableList()),
            rebalanceInProgress);
    }

    private ImmutableHashSet<IActorRef> HomesOf(string shard, IEnumerable<IActorRef> regions)
    {
        if (officeOf(shard) is not { } office)
        {
            return [];
        }

        var role = RolePrefix + office;
        return [.. regions.Where(region => MemberOf(region) is { Status: MemberStatus.Up } member && member.HasRole(role))];
    }

    private Member? MemberOf(IActorRef region)
    {
        var address = region.Path.Address.HasLocalScope ? _cluster!.SelfAddress : region.Path.Address;
        return _cluster!.State.Members.FirstOrDefault(member => member.Address == address);
    }

    /// <summary>A move must be acknowledged by all nodes: while one comes, goes or cannot be reached, nothing is moved.</summary>
    private bool IsQuiet() =>
        _cluster!.State.Unreachable.IsEmpty && _cluster.State.Members.All(member => member.Status == MemberStatus.Up);
}
