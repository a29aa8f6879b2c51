using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Which numbers and scoped ids are, or were, those of a conversation's person.</summary>
internal static class AddressBook
{
    /// <summary>
    /// A scoped id is one person's for ever: WhatsApp makes a new one when the person changes the number, and gives none out again.
    /// </summary>
    public static bool IsOwn(Conversation c, string scopedId) => c.Applicant?.ScopedId == scopedId || c.FormerIds.Contains(scopedId);

    public static NumberLeft? LeftAt(Conversation c, string? phone) =>
        phone is null || phone == c.Applicant?.Phone ? null : c.Left.FirstOrDefault(left => left.Phone == phone);

    public static DateTimeOffset? LastLeftAt(Conversation c) => c.Left.IsEmpty ? null : c.Left.Max(left => left.At);

    /// <summary>The applicant's address with what the message adds; null when it adds nothing.</summary>
    public static Applicant? News(Conversation c, InboundMessage message)
    {
        var (known, from) = (c.Applicant, message.From);
        if (message.Content is InboundContent.IdentityChange || ShowsThePast(c, message))
        {
            return null;
        }

        var scopedId = known?.ScopedId is { } current && from.ScopedId is { } shown && c.FormerIds.Contains(shown) ? current : from.ScopedId;
        var seen = Applicant.From(from.Phone ?? known?.Phone, scopedId ?? known?.ScopedId);
        return Equals(seen, known) ? null : seen;
    }

    /// <summary>A late message has the address it was sent from, which may be given up since.</summary>
    private static bool ShowsThePast(Conversation c, InboundMessage message) =>
        !c.Left.IsEmpty && (LeftAt(c, message.From.Phone) is not null || message.SentAt <= LastLeftAt(c));
}
