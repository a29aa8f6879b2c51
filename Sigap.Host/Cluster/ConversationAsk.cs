using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;

namespace Sigap.Host.Cluster;

/// <summary>Asks a conversation, wherever in the cluster it lives.</summary>
internal sealed class ConversationAsk(IRequiredActor<ConversationRegion> region, TimeProvider clock)
{
    /// <returns>False when the conversation did not give the answer in time: it may have done what it was asked all the same.</returns>
    public async Task<bool> Confirms<TAnswer>(IConversationCommand command, TimeSpan patience, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            var conversations = await region.GetAsync(either.Token);
            return await conversations.Ask<object>(command, either.Token) is TAnswer;
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException)
        {
            return false;
        }
    }
}
