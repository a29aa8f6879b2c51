using Sigap.Content;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>All a decision may look at besides the conversation and the message.</summary>
public sealed record Surroundings(
    ContentSet Content,
    Office Office,
    IUnderstanding Understanding,
    ConversationSettings Settings,
    DateTimeOffset Now,
    ConversationId Conversation,
    IDoorCodes Doors);
