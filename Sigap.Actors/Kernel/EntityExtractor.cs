using Akka.Cluster.Sharding;

namespace Sigap.Kernel;

/// <summary>Finds the entity a message is for. The number of shards is a constant for ever: changing it needs a full stop.</summary>
public sealed class EntityExtractor<TMessage>(Func<TMessage, string> entityId) : HashCodeMessageExtractor(Shards)
{
    private const int Shards = 60;

    public override string? EntityId(object message) => message is TMessage addressed ? entityId(addressed) : null;
}
