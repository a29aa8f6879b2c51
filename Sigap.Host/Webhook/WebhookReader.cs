using System.Text;
using System.Text.Json;
using Sigap.Kernel;

namespace Sigap.Host.Webhook;

/// <summary>
/// Reads the body of a webhook: every entry, every change, every item, each alone. It never throws for what is in the
/// body; what it cannot read it quarantines, and goes on.
/// </summary>
internal static class WebhookReader
{
    private const string WhatsApp = "whatsapp_business_account";
    private const string Messages = "messages";
    private const int LongestFieldName = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static WebhookBatch Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, Func<BusinessNumberId, bool> isOurs)
    {
        var batch = new WebhookBatch(receivedAt);
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            ReadEnvelope(document.RootElement, batch, isOurs);
        }
        catch (Exception e) when (IsOfTheBody(e))
        {
            batch.Quarantine(QuarantineReasons.BodyUnreadable, Encoding.UTF8.GetString(body.Span));
        }

        return batch;
    }

    private static void ReadEnvelope(JsonElement root, WebhookBatch batch, Func<BusinessNumberId, bool> isOurs)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            batch.Quarantine(QuarantineReasons.EnvelopeUnreadable, root.Raw());
            return;
        }

        if (root.Text("object"u8) is { } other and not WhatsApp)
        {
            batch.Notice(CleanText.Line(other, LongestFieldName), root.Raw());
            return;
        }

        Each(root, "entry"u8, batch, QuarantineReasons.EnvelopeUnreadable, entry => ReadEntry(entry, batch, isOurs));
    }

    private static void ReadEntry(JsonElement entry, WebhookBatch batch, Func<BusinessNumberId, bool> isOurs)
    {
        Each(entry, "changes"u8, batch, QuarantineReasons.EnvelopeUnreadable, change => ReadChange(entry, change, batch, isOurs));
    }

    private static void ReadChange(JsonElement entry, JsonElement change, WebhookBatch batch, Func<BusinessNumberId, bool> isOurs)
    {
        if (change.Text("field"u8) is { } field and not Messages)
        {
            if (field == IdentityUpdateReader.Field && IdentityUpdateReader.Read(change, batch, isOurs))
            {
                return;
            }

            batch.Notice(CleanText.Line(field, LongestFieldName), change.Raw(), entry.Text("time"u8));
            return;
        }

        if (change.Object("value"u8) is not { } value)
        {
            batch.Quarantine(QuarantineReasons.ChangeWithoutValue, change.Raw());
            return;
        }

        // Errors of the account or the number; they may come without saying which.
        Each(value, "errors"u8, batch, QuarantineReasons.EnvelopeUnreadable, error =>
            batch.Notice("errors", error.Raw(), entry.Text("time"u8)));
        if (value.Member("messages"u8) is null && value.Member("statuses"u8) is null)
        {
            return;
        }

        if (Identifier.Business(value.Object("metadata"u8)?.Text("phone_number_id"u8)) is not { } number)
        {
            batch.Quarantine(QuarantineReasons.NoBusinessNumber, change.Raw());
            return;
        }

        var business = new BusinessNumberId(number);
        if (!isOurs(business))
        {
            batch.Quarantine(QuarantineReasons.UnknownBusinessNumber, change.Raw());
            return;
        }

        var contacts = new SenderContacts(value);
        Each(value, "messages"u8, batch, QuarantineReasons.MessageUnreadable, message =>
            MessageReader.Read(message, contacts, business, batch));
        Each(value, "statuses"u8, batch, QuarantineReasons.StatusUnreadable, status =>
            StatusReader.Read(status, business, batch));
    }

    /// <summary>One bad item is one bad item: it is quarantined, the next one is read.</summary>
    private static void Each(
        JsonElement owner, ReadOnlySpan<byte> name, WebhookBatch batch, string reason, Action<JsonElement> read)
    {
        if (owner.ValueKind != JsonValueKind.Object)
        {
            batch.Quarantine(reason, owner.Raw());
            return;
        }

        if (owner.Member(name) is not { } list)
        {
            return;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            batch.Quarantine(reason, owner.Raw());
            return;
        }

        foreach (var item in list.EnumerateArray())
        {
            try
            {
                read(item);
            }
            catch (Exception e) when (IsOfTheBody(e))
            {
                batch.Quarantine(reason, item.Raw());
            }
        }
    }

    /// <summary>What the JSON reader throws for text it cannot turn into characters; a fault of ours is not hidden.</summary>
    private static bool IsOfTheBody(Exception e) =>
        e is JsonException or InvalidOperationException or FormatException or ArgumentException;
}
