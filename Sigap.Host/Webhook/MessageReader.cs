using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>
/// Reads one element of <c>messages</c> into the list it belongs to. A message for a group is never answered: it is a
/// notice.
/// </summary>
internal static class MessageReader
{
    public const string GroupMessage = "group_message";

    public static void Read(JsonElement message, in SenderContacts contacts, BusinessNumberId business, WebhookBatch batch)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            batch.Quarantine(QuarantineReasons.MessageUnreadable, message.Raw());
            return;
        }

        if (message.Member("group_id"u8) is not null)
        {
            batch.Notice(GroupMessage, message.Raw());
            return;
        }

        if (Identifier.Message(message.Text("id"u8)) is not { } id)
        {
            batch.Quarantine(QuarantineReasons.NoMessageId, message.Raw());
            return;
        }

        var content = ContentReader.Read(message);
        var (applicant, name) = contacts.Of(message);
        applicant ??= NewIdentity(content);
        if (applicant is null)
        {
            batch.Quarantine(QuarantineReasons.NoSender, message.Raw(), id);
            return;
        }

        batch.Messages.Add(new InboundMessage(
            new MessageId(id),
            business,
            applicant,
            message.Timestamp() ?? batch.ReceivedAt,
            batch.ReceivedAt,
            content,
            name,
            InReplyTo(message)));
    }

    /// <summary>A change of identity may name the new one only.</summary>
    private static Applicant? NewIdentity(InboundContent content) =>
        content is InboundContent.IdentityChange change ? Applicant.From(change.NewPhone, change.NewScopedId) : null;

    /// <summary>A reaction says elsewhere what it belongs to.</summary>
    private static MessageId? InReplyTo(JsonElement message)
    {
        var quoted = message.Object("context"u8)?.Text("id"u8) ?? message.Object("reaction"u8)?.Text("message_id"u8);
        return Identifier.Message(quoted) is { } id ? new MessageId(id) : null;
    }
}
