using Sigap.Conversations;
using Sigap.Host.Inbox;

namespace Sigap.Host.Cluster;

/// <summary>Asks the conversation and waits for its word that the message is durable.</summary>
internal sealed class RegionHearing(ConversationAsk conversations) : IHearing
{
    public Task<bool> Hear(Hear hear, TimeSpan patience, CancellationToken cancel) => conversations.Confirms<Heard>(hear, patience, cancel);
}
