using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Host.Inbox;

namespace Sigap.Host.Cluster;

/// <summary>Asks the conversation, wherever in the cluster it lives, and waits for its word that the message is durable.</summary>
internal sealed class RegionHearing(IRequiredActor<ConversationRegion> region, TimeProvider clock) : IHearing
{
    public async Task<bool> Hear(Hear hear, TimeSpan patience, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            var conversations = await region.GetAsync(either.Token);
            return await conversations.Ask<object>(hear, either.Token) is Heard;
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException)
        {
            return false;
        }
    }
}
