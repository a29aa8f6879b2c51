using Sigap.Kernel;

namespace Sigap.Projections;

/// <summary>What the read tables learn of who is who. Applying one twice is the same as once. Closed.</summary>
public abstract record IdentityReadChange
{
    private IdentityReadChange()
    {
    }

    /// <summary>The applicant of this conversation has this scoped id.</summary>
    public sealed record IdShown(ConversationId Conversation, string ScopedId) : IdentityReadChange;

    /// <summary>The applicant of this conversation has this number since then.</summary>
    /// <param name="Meets">Whom it was left to before; null when the conversation named after it has it.</param>
    public sealed record NumberTaken(ConversationId Conversation, string Phone, ConversationId? Meets, DateTimeOffset At) : IdentityReadChange;

    /// <summary>A conversation goes on in another one.</summary>
    public sealed record WentInto(ConversationId From, ConversationId Into) : IdentityReadChange;
}
