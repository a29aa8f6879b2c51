using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Whose message it is that arrived at a conversation. Closed.</summary>
internal abstract record Belonging
{
    /// <summary>
    /// WhatsApp tells one change in several messages, some seconds apart: what comes so soon after a number was left is still
    /// about the person who left it.
    /// </summary>
    public static readonly TimeSpan OneChange = TimeSpan.FromMinutes(1);

    private Belonging()
    {
    }

    /// <summary>This conversation's.</summary>
    public sealed record Here : Belonging
    {
        public static readonly Here Now = new();
    }

    /// <summary>That of another one, which is known.</summary>
    public sealed record There(ConversationId To) : Belonging;

    /// <summary>A stranger writes from the number: it is another's now, which is to be written down first.</summary>
    public sealed record Stranger(NumberLeft Left) : Belonging;

    /// <summary>Costs an ordinary message two comparisons.</summary>
    public static Belonging Of(Conversation c, ConversationId id, InboundMessage message)
    {
        if (c.Recent.Contains(message.Id.Fingerprint))
        {
            return Here.Now;
        }

        if (c.Moved is { } moved)
        {
            return new There(moved.To);
        }

        return message.Content is InboundContent.IdentityChange change ? OfChange(c, message, change) : OfText(c, id, message);
    }

    private static Belonging OfText(Conversation c, ConversationId id, InboundMessage message)
    {
        var (phone, scopedId) = (message.From.Phone, message.From.ScopedId);
        var left = AddressBook.LeftAt(c, phone);
        if (scopedId is not null && AddressBook.IsOwn(c, scopedId))
        {
            return Here.Now;
        }

        // The number is the same and the person is not: it was given out again. Also what reached this conversation under no
        // number at all, and another's id, is not for it.
        if (scopedId is not null && c.Applicant?.ScopedId is not null)
        {
            return left is not null ? new There(left.Heir)
                : phone is null ? new There(id.Successor(message.Id))
                : new Stranger(new NumberLeft(phone, message.SentAt, id.Successor(message.Id)));
        }

        return left is not null && message.SentAt > left.At ? new There(left.Heir) : Here.Now;
    }

    private static Belonging OfChange(Conversation c, InboundMessage message, InboundContent.IdentityChange change) =>
        !AddressChanges.IsAbout(c, message, change)
        && AddressBook.LeftAt(c, message.From.Phone) is { } left
        && message.SentAt > left.At + OneChange
            ? new There(left.Heir)
            : Here.Now;
}
