using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>Writes the bodies the Graph API takes.</summary>
internal static class OutboundJson
{
    /// <summary>Inside JSON sent as JSON nothing needs to be safe for HTML.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Message(OutboundMessage message) => Write(json =>
    {
        json.WriteString("recipient_type"u8, "individual"u8);
        WriteAddress(json, message.To);
        json.WriteString("biz_opaque_callback_data"u8, message.CallbackData);
        switch (message.Body)
        {
            case OutboundBody.Plain plain:
                WritePlain(json, plain);
                break;
            case OutboundBody.Buttons buttons:
                WriteButtons(json, buttons);
                break;
            case OutboundBody.List list:
                WriteList(json, list);
                break;
            case OutboundBody.Template template:
                TemplateJson.Write(json, template);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(message), message.Body.GetType().Name, "Not a body known here");
        }
    });

    public static ReadOnlyMemory<byte> Read(MessageId message, bool typing) => Write(json =>
    {
        json.WriteString("status"u8, "read"u8);
        json.WriteString("message_id"u8, message.Value);
        if (typing)
        {
            json.WriteStartObject("typing_indicator"u8);
            json.WriteString("type"u8, "text"u8);
            json.WriteEndObject();
        }
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        members(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>
    /// A phone goes with its plus, or the business' own country code may be put before it; a scoped id has a member of
    /// its own.
    /// </summary>
    private static void WriteAddress(Utf8JsonWriter json, Applicant to)
    {
        if (to.Phone is { } phone)
        {
            json.WriteString("to"u8, $"+{phone}");
        }
        else
        {
            json.WriteString("recipient"u8, to.ScopedId);
        }
    }

    private static void WritePlain(Utf8JsonWriter json, OutboundBody.Plain plain)
    {
        json.WriteString("type"u8, "text"u8);
        json.WriteStartObject("text"u8);
        json.WriteBoolean("preview_url"u8, false);
        json.WriteString("body"u8, plain.Text);
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, OutboundBody.Buttons buttons)
    {
        StartInteractive(json, "button"u8, buttons.Header, buttons.Text, buttons.Footer);
        json.WriteStartArray("buttons"u8);
        foreach (var option in buttons.Options)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "reply"u8);
            json.WriteStartObject("reply"u8);
            json.WriteString("id"u8, option.Id);
            json.WriteString("title"u8, option.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        EndInteractive(json);
    }

    private static void WriteList(Utf8JsonWriter json, OutboundBody.List list)
    {
        StartInteractive(json, "list"u8, list.Header, list.Text, list.Footer);
        json.WriteString("button"u8, list.Button);
        json.WriteStartArray("sections"u8);

        // A single section needs no title.
        json.WriteStartObject();
        json.WriteStartArray("rows"u8);
        foreach (var option in list.Options)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, option.Id);
            json.WriteString("title"u8, option.Title);
            if (!string.IsNullOrEmpty(option.Description))
            {
                json.WriteString("description"u8, option.Description);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        EndInteractive(json);
    }

    private static void StartInteractive(
        Utf8JsonWriter json, ReadOnlySpan<byte> kind, string? header, string text, string? footer)
    {
        json.WriteString("type"u8, "interactive"u8);
        json.WriteStartObject("interactive"u8);
        json.WriteString("type"u8, kind);
        if (!string.IsNullOrEmpty(header))
        {
            json.WriteStartObject("header"u8);
            json.WriteString("type"u8, "text"u8);
            json.WriteString("text"u8, header);
            json.WriteEndObject();
        }

        WriteTextObject(json, "body"u8, text);
        if (!string.IsNullOrEmpty(footer))
        {
            WriteTextObject(json, "footer"u8, footer);
        }

        json.WriteStartObject("action"u8);
    }

    private static void EndInteractive(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTextObject(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }
}
