using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;

namespace Sigap.Host.Deliveries;

/// <summary>Asks the conversation, wherever in the cluster it lives.</summary>
internal sealed class RegionFailures(IRequiredActor<ConversationRegion> region, TimeProvider clock) : IFailureTelling
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<bool> Tell(TellFailed failed, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            var conversations = await region.GetAsync(either.Token);
            return await conversations.Ask<object>(failed, either.Token) is FailureNoted;
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException)
        {
            return false;
        }
    }
}
