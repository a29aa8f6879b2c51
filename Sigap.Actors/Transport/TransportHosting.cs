using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Cluster.Sharding;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>Marks the shard region of the transports in the actor registry.</summary>
public sealed class TransportRegion;

public static class TransportHosting
{
    public const string RegionName = "transport";

    public static EntityExtractor<IWithBusinessNumber> Extractor => new(message => message.Business.Value);

    public static AkkaConfigurationBuilder AddTransport(this AkkaConfigurationBuilder builder) => builder
        .WithCustomSerializer("sigap-transport", [typeof(IWithBusinessNumber)], system => new TransportSerializer(system))
        .WithShardRegion<TransportRegion>(
            RegionName,
            (system, _, resolver) =>
            {
                var parts = resolver.GetService<TransportParts>();
                var sharding = ClusterSharding.Get(system);
                return business => Props.Create(() => new TransportActor(
                    new BusinessNumberId(business), parts, () => sharding.ShardRegion(ConversationHosting.RegionName)));
            },
            Extractor,
            new ShardOptions
            {
                StateStoreMode = StateStoreMode.DData,
                RememberEntities = false,
                HandOffStopMessage = Stop.Instance,
                ShouldPassivateIdleEntities = false,
            });
}
