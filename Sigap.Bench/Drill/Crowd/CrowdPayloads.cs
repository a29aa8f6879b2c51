using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sigap.Bench.Drill.Graph;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>Builds whole requests as WhatsApp posts them, signed over their raw bytes. Text beyond ASCII goes as it is.</summary>
internal sealed class CrowdPayloads(string appSecret)
{
    private const string Account = "104000000000001";
    private const string DisplayedNumber = "622150000001";

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(appSecret);
    private long _parcels;

    public Parcel Of(IReadOnlyList<WrittenMessage> messages) => new(
        Interlocked.Increment(ref _parcels), Request(messages, WriteMessage), Cargo.Messages, messages, messages.Count);

    public Parcel Of(IReadOnlyList<StatusNews> statuses) => new(
        Interlocked.Increment(ref _parcels), Request(statuses, WriteStatus), Cargo.Statuses, [], statuses.Count);

    private byte[] Request<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("object"u8, "whatsapp_business_account"u8);
            json.WriteStartArray("entry"u8);
            json.WriteStartObject();
            json.WriteString("id"u8, Account);
            json.WriteStartArray("changes"u8);
            foreach (var item in items)
            {
                json.WriteStartObject();
                json.WriteStartObject("value"u8);
                json.WriteString("messaging_product"u8, "whatsapp"u8);
                write(json, item);
                json.WriteEndObject();
                json.WriteString("field"u8, "messages"u8);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Signed(body.WrittenSpan);
    }

    private byte[] Signed(ReadOnlySpan<byte> body)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, body, mac);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /webhook HTTP/1.1\r\nHost: sigap.drill\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\nContent-Type: application/json\r\n"
            + $"X-Hub-Signature-256: sha256={Convert.ToHexStringLower(mac)}\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static void WriteMessage(Utf8JsonWriter json, WrittenMessage message)
    {
        WriteMetadata(json, message.From.Business);
        json.WriteStartArray("contacts"u8);
        json.WriteStartObject();
        json.WriteStartObject("profile"u8);
        json.WriteString("name"u8, CitizenNames.NameOf(message.From.Index));
        json.WriteEndObject();
        json.WriteString("wa_id"u8, message.From.Phone);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("messages"u8);
        json.WriteStartObject();
        json.WriteString("from"u8, message.From.Phone);
        json.WriteString("id"u8, message.Id);
        json.WriteString("timestamp"u8, Seconds(message.SentAt));
        json.WriteString("type"u8, "text"u8);
        json.WriteStartObject("text"u8);
        json.WriteString("body"u8, message.Text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteStatus(Utf8JsonWriter json, StatusNews status)
    {
        WriteMetadata(json, status.Business);
        json.WriteStartArray("statuses"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, status.MessageId);
        json.WriteString("status"u8, status.Stage);
        json.WriteString("timestamp"u8, Seconds(status.At));
        json.WriteString("recipient_id"u8, status.Phone);
        json.WriteString("biz_opaque_callback_data"u8, status.Tag);
        json.WriteStartObject("pricing"u8);
        json.WriteBoolean("billable"u8, true);
        json.WriteString("pricing_model"u8, "PMP"u8);
        json.WriteString("type"u8, "regular"u8);
        json.WriteString("category"u8, "service"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, string business)
    {
        json.WriteStartObject("metadata"u8);
        json.WriteString("display_phone_number"u8, DisplayedNumber);
        json.WriteString("phone_number_id"u8, business);
        json.WriteEndObject();
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
