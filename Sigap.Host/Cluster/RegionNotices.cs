using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Host.Reminders;

namespace Sigap.Host.Cluster;

/// <summary>Asks the conversation and waits for its word that the notice is durable.</summary>
internal sealed class RegionNotices(IRequiredActor<ConversationRegion> region, TimeProvider clock) : INoticeDelivery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<bool> Tell(Notify notify, CancellationToken cancel)
    {
        var conversations = await region.GetAsync(cancel);
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            return await conversations.Ask<object>(notify, either.Token) is Notified;
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException)
        {
            return false;
        }
    }
}
