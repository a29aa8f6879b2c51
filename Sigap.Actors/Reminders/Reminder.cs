using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Reminders;

/// <summary>A notice that is due at a moment. One row; the same key set again replaces it.</summary>
/// <param name="Key">Its subject, a slash, and what tells the reminders of one subject apart: "day-before".</param>
/// <param name="ValidUntil">After an outage, later than this it makes no sense any more and is dropped.</param>
public sealed record Reminder(string Key, ConversationId Conversation, DateTimeOffset DueAt, DateTimeOffset ValidUntil, Notice Notice)
{
    /// <summary>What it reminds of; all reminders of a subject end together.</summary>
    public string Subject => Key[..Key.LastIndexOf('/')];

    /// <summary>The notice has the same id however often it is told, and another one when it is set anew for another time.</summary>
    public Notify Notify => new(Conversation, Fingerprint.Of($"reminder|{Key}|{DueAt.ToWire()}"), Notice, ValidUntil);

    /// <summary>The key may name an application.</summary>
    public override string ToString() => $"reminder due {DueAt:O}";
}
