using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>
/// This conversation goes on in another one of the same person: whatever is said to it is passed on. What it owes it still sends.
/// </summary>
/// <param name="Estate">What the other one is to take over.</param>
public sealed record Moved(ConversationId To, DateTimeOffset At, Conversation Estate) : IConversationEvent;

/// <summary>Another conversation of the same person went into this one.</summary>
/// <param name="Into">This one.</param>
public sealed record Inherited(ConversationId From, ConversationId Into, DateTimeOffset At, Conversation Estate) : IConversationEvent;

/// <summary>The person of this conversation no longer has the number: somebody else writes from it, or moved to it.</summary>
public sealed record NumberLost(NumberLeft Left) : IConversationEvent;
