using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Cluster.Sharding;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting;

namespace Sigap.Kernel;

/// <summary>A shard region whose shards have a say in where they live; the library's own way of starting one has no place for it.</summary>
public static class PlacedRegionHosting
{
    private const string Sharding = "akka.cluster.sharding";

    /// <param name="placement">Makes the strategy of allocation out of the one in the configuration.</param>
    public static AkkaConfigurationBuilder WithPlacedRegion<TKey>(
        this AkkaConfigurationBuilder builder,
        string typeName,
        Func<ActorSystem, IActorRegistry, IDependencyResolver, Func<string, Props>> entityProps,
        IMessageExtractor extractor,
        ShardOptions options,
        Func<IShardAllocationStrategy, IShardAllocationStrategy> placement) => builder
        .AddHocon(ClusterSharding.DefaultConfig(), HoconAddMode.Append)
        .WithActors(async (system, registry, resolver) =>
        {
            var config = ConfigurationFactory.ParseString(options.ToString()).WithFallback(system.Settings.Config.GetConfig(Sharding));
            var settings = ClusterShardingSettings.Create(
                config, system.Settings.Config.GetConfig(config.GetString("coordinator-singleton")));
            var sharding = ClusterSharding.Get(system);
            registry.Register<TKey>(await sharding.StartAsync(
                typeName,
                entityProps(system, registry, resolver),
                settings,
                extractor,
                placement(sharding.DefaultShardAllocationStrategy(settings)),
                options.HandOffStopMessage ?? Stop.Instance));
        });
}
