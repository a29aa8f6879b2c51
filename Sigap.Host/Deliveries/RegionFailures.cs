using Sigap.Conversations;
using Sigap.Host.Cluster;

namespace Sigap.Host.Deliveries;

/// <summary>Asks the conversation and waits for its word that it knows of the failure.</summary>
internal sealed class RegionFailures(ConversationAsk conversations) : IFailureTelling
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public Task<bool> Tell(TellFailed failed, CancellationToken cancel) => conversations.Confirms<FailureNoted>(failed, Patience, cancel);
}
