using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Cluster.Sharding;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>Marks the shard region of the pickup days in the actor registry.</summary>
public sealed class PickupRegion;

public static class PickupHosting
{
    public const string RegionName = "pickup";

    /// <summary>Asks a day, wherever in the cluster it lives.</summary>
    /// <exception cref="PickupFailedException">It could not say what became of the command.</exception>
    public static async Task<PickupAnswer> AskDay(this IActorRef days, IWithPickupDay message, CancellationToken cancel) =>
        await days.Ask<object>(message, cancel) switch
        {
            PickupAnswer answer => answer,
            PickupFailed => throw new PickupFailedException(),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer of a pickup day"),
        };

    /// <param name="placement">Makes the strategy by which nodes get the shards out of the one in the configuration.</param>
    public static AkkaConfigurationBuilder AddPickup(
        this AkkaConfigurationBuilder builder, Func<IShardAllocationStrategy, IShardAllocationStrategy> placement) => builder
        .WithCustomSerializer(
            "sigap-pickup",
            [typeof(IPickupEvent), typeof(IPickupCommand), typeof(IPickupQuery), typeof(PickupAnswer), typeof(PickupFailed), typeof(PickupDay)],
            system => new PickupSerializer(system))
        .WithPlacedRegion<PickupRegion>(
            RegionName,
            (_, registry, resolver) =>
            {
                // The regions know each other, so neither is looked up before it is needed.
                var parts = resolver.GetService<PickupParts>();
                Func<IActorRef> conversations = () => registry.Get<ConversationRegion>();
                Func<IActorRef> days = () => registry.Get<PickupRegion>();
                return entityId => Props.Create(() => new PickupDayActor(entityId, parts, conversations, days));
            },
            new PickupDayExtractor(),
            new ShardOptions
            {
                StateStoreMode = StateStoreMode.DData,
                RememberEntities = false,
                HandOffStopMessage = Stop.Instance,

                // A day leaves by itself, when nothing on it will fall due.
                ShouldPassivateIdleEntities = false,
            },
            placement);
}
