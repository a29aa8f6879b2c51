using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Reminders;

/// <summary>A notice that is due at a moment. One row; the same key set again replaces it.</summary>
/// <param name="Key">Names it, for example the booking's code and "day-before".</param>
/// <param name="ValidUntil">After an outage, later than this it makes no sense any more and is dropped.</param>
public sealed record Reminder(string Key, ConversationId Conversation, DateTimeOffset DueAt, DateTimeOffset ValidUntil, Notice Notice);
