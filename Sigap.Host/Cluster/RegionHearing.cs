using Akka.Actor;
using Akka.Hosting;
using Sigap.Conversations;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Cluster;

/// <summary>Asks the conversation and waits for its word that the message is durable.</summary>
internal sealed class RegionIntake(IRequiredActor<ConversationRegion> region, ConversationNames names, TimeProvider clock) : IConversationIntake
{
    /// <summary>Within it a healthy node answers a thousand times over; beyond it WhatsApp had better redeliver.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task<bool> Hear(InboundMessage message, CancellationToken cancel)
    {
        var conversations = await region.GetAsync(cancel);
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await conversations.Ask<Heard>(new Hear(names.For(message.Business, message.From), message), either.Token);
            return true;
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException)
        {
            return false;
        }
    }
}
