using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>
/// A number its person no longer writes from. Operators give numbers out again, so whoever writes from it later is somebody else,
/// and is heard by another conversation: a conversation belongs to a person, and its name only says where looking begins.
/// </summary>
/// <param name="At">What was sent from the number until then was sent by the person who left it.</param>
/// <param name="Heir">Hears what is sent from the number later.</param>
public sealed record NumberLeft(string Phone, DateTimeOffset At, ConversationId Heir)
{
    public override string ToString() => $"number left to {Heir}";
}
