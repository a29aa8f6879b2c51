using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>
/// A status says that a send failed. Answered with <see cref="FailureNoted"/> once it need not be told again, with
/// <see cref="CommandFailed"/> when what follows from it may not be durable.
/// </summary>
/// <param name="Message">The fingerprint of the id WhatsApp gave the message.</param>
public sealed record TellFailed(ConversationId Conversation, long Reply, int Attempt, ulong Message, int? Code) : IConversationCommand;

/// <summary>What follows from the failure is durable.</summary>
public sealed record FailureNoted
{
    public static readonly FailureNoted Now = new();

    private FailureNoted()
    {
    }
}
