using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Cluster.Sharding;
using Akka.Hosting;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Marks the shard region of the conversations in the actor registry.</summary>
public sealed class ConversationRegion;

public static class ConversationHosting
{
    public const string RegionName = "conversation";

    public static EntityExtractor<IWithConversationId> Extractor => new(message => message.Conversation.Value);

    public static AkkaConfigurationBuilder AddConversations(this AkkaConfigurationBuilder builder, TimeSpan passivateAfter) => builder
        .WithCustomSerializer(
            "sigap-conversation",
            [
                typeof(IConversationEvent),
                typeof(IConversationCommand),
                typeof(Heard),
                typeof(Notified),
                typeof(MoveAnswer),
                typeof(Whereabouts),
                typeof(CommandFailed),
                typeof(FailureNoted),
                typeof(Conversation),
            ],
            system => new ConversationSerializer(system))
        .WithShardRegion<ConversationRegion>(
            RegionName,
            (_, registry, resolver) =>
            {
                var parts = resolver.GetService<ConversationParts>();
                var sending = resolver.GetService<SendingParts>();
                var transport = registry.Get<TransportRegion>();
                Func<IActorRef> conversations = () => registry.Get<ConversationRegion>();
                return entityId => Props.Create(() => new ConversationActor(entityId, parts, sending, transport, conversations));
            },
            Extractor,
            new ShardOptions
            {
                StateStoreMode = StateStoreMode.DData,
                RememberEntities = false,
                HandOffStopMessage = Stop.Instance,
                PassivateIdleEntityAfter = passivateAfter,
                ShouldPassivateIdleEntities = true,
            });
}
