using Sigap.Content;
using Sigap.Language;

namespace Sigap.Conversations;

/// <summary>All a decision may look at besides the conversation and the message.</summary>
public sealed record Surroundings(
    ContentSet Content,
    Office Office,
    IUnderstanding Understanding,
    ConversationSettings Settings,
    DateTimeOffset Now);
