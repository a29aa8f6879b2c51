using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Host.Inbox;

/// <summary>A message that waits for its conversation, in the form in which it is kept.</summary>
/// <param name="Hear">Manifest <see cref="ConversationSerializer.HearManifest"/>.</param>
internal sealed record InboxItem(
    ulong Fingerprint, ConversationId Conversation, byte[] Hear, DateTimeOffset SentAt, DateTimeOffset ReceivedAt)
{
    public static InboxItem Of(Hear hear) => new(
        hear.Message.Id.Fingerprint,
        hear.Conversation,
        ConversationSerializer.Write(hear),
        hear.Message.SentAt,
        hear.Message.ReceivedAt);
}

/// <summary>An item handed out for one delivery.</summary>
/// <param name="Attempt">Which delivery this is; counted before it begins, so that one that ends the process counts as well.</param>
internal sealed record InboxDelivery(long Arrival, ConversationId Conversation, byte[] Hear, long Attempt)
{
    /// <exception cref="Exception">The bytes are none of a message this program knows.</exception>
    public Hear Read() => (Hear)ConversationSerializer.Read(Hear, ConversationSerializer.HearManifest);
}
