using Sigap.Conversations;
using Sigap.Host.Reminders;

namespace Sigap.Host.Cluster;

/// <summary>Asks the conversation and waits for its word that the notice is durable.</summary>
internal sealed class RegionNotices(ConversationAsk conversations) : INoticeDelivery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task<bool> Tell(Notify notify, CancellationToken cancel) => conversations.Confirms<Notified>(notify, Patience, cancel);
}
