using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Host.Cluster;
using Sigap.Transport;

namespace Sigap.Host.Deliveries;

/// <summary>Asks the conversation and waits for its word that it knows of the failure; the business number's sender is only told.</summary>
internal sealed class RegionFailures(ConversationAsk conversations, IReadOnlyActorRegistry registry) : IFailureTelling
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public Task<bool> Tell(TellFailed failed, CancellationToken cancel) => conversations.Confirms<FailureNoted>(failed, Patience, cancel);

    public void Tell(SendFailed failed)
    {
        if (registry.TryGet<TransportRegion>(out var transports))
        {
            transports.Tell(failed);
        }
    }
}
