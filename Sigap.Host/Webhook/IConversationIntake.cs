using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>Hands a message to its conversation, or keeps it for it, and tells whether it is durable.</summary>
public interface IConversationIntake
{
    /// <returns>True once the message is written (or known to be written already); false when it could not be.</returns>
    Task<bool> Hear(InboundMessage message, CancellationToken cancel);
}
