using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>
/// Reads a <c>user_id_update</c>: the scoped id of somebody changed. It goes to the conversation like the system message that
/// comes beside it, because only this one names the old id.
/// </summary>
internal static class IdentityUpdateReader
{
    public const string Field = "user_id_update";

    /// <summary>False when it is about nobody who can be told: then it is kept like any other notice.</summary>
    public static bool Read(JsonElement change, WebhookBatch batch, Func<BusinessNumberId, bool> isOurs)
    {
        if (change.Object("value"u8) is not { } value
            || Identifier.Business(value.Object("metadata"u8)?.Text("phone_number_id"u8)) is not { } number
            || !isOurs(new BusinessNumberId(number))
            || value.Member("user_id_update"u8) is not { ValueKind: JsonValueKind.Array } updates)
        {
            return false;
        }

        var read = updates.EnumerateArray().Select(update => Message(update, new BusinessNumberId(number), batch.ReceivedAt)).ToList();
        if (read.Count == 0 || read.Any(message => message is null))
        {
            return false;
        }

        batch.Messages.AddRange(read!);
        return true;
    }

    private static InboundMessage? Message(JsonElement update, BusinessNumberId business, DateTimeOffset receivedAt)
    {
        if (update.ValueKind != JsonValueKind.Object
            || Identifier.Scoped(update.Object("user_id"u8)?.Text("previous"u8)) is not { } previous
            || Identifier.Scoped(update.Object("user_id"u8)?.Text("current"u8)) is not { } current
            || Applicant.From(Identifier.PhoneOrScoped(update.Text("wa_id"u8)), previous) is not { } from)
        {
            return null;
        }

        // It has no id of its own: what it says is its id, so that a redelivery has the same.
        var at = update.Timestamp() ?? receivedAt;
        var said = SHA256.HashData(Encoding.UTF8.GetBytes($"{business.Value}|{previous}|{current}"));
        return new InboundMessage(
            new MessageId($"{Field}.{Convert.ToHexStringLower(said)}"),
            business,
            from,
            at,
            receivedAt,
            new InboundContent.IdentityChange(null, current));
    }
}
