using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Goes to a conversation, through the shard region.</summary>
public interface IWithConversationId
{
    ConversationId Conversation { get; }
}

/// <summary>What a conversation may be asked to do. Each may arrive twice.</summary>
public interface IConversationCommand : IWithConversationId;

/// <summary>Answered with <see cref="Heard"/> once the message is durable, with <see cref="CommandFailed"/> when it may not be.</summary>
public sealed record Hear(ConversationId Conversation, InboundMessage Message) : IConversationCommand
{
    /// <summary>How often it was passed on to another conversation.</summary>
    public int Hops { get; init; }
}

/// <summary>Makes sure that what the conversation owes is under way: a reply the transport was handed long ago is looked up and handed over again.</summary>
/// <param name="Reply">The newest reply the journal says is owed: a conversation that does not know it has read too little.</param>
public sealed record Wake(ConversationId Conversation, long Reply = 0) : IConversationCommand;

/// <summary>The transport's word on a reply it was handed.</summary>
/// <param name="Attempt">The send it is about; null from a node of an older version, which means the latest.</param>
public sealed record ReplyOutcome(ConversationId Conversation, long Number, SendVerdict Verdict, int? Attempt = null) : IConversationCommand;

/// <summary>The message is durable. <paramref name="Again"/>: it was already.</summary>
public sealed record Heard(bool Again)
{
    public static readonly Heard Now = new(false);
    public static readonly Heard Before = new(true);
}

/// <summary>The command may not be durable, so it was not acted on: whoever sent it sends it again, and it is taken once.</summary>
public sealed record CommandFailed
{
    public static readonly CommandFailed Now = new();

    private CommandFailed()
    {
    }
}
