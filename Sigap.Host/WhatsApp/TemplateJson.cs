using System.Globalization;
using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>Writes a message as the template it was approved as: its parameters in order, and what each quick reply answers.</summary>
internal static class TemplateJson
{
    public static void Write(Utf8JsonWriter json, OutboundBody.Template template)
    {
        json.WriteString("type"u8, "template"u8);
        json.WriteStartObject("template"u8);
        json.WriteString("name"u8, template.Name);
        json.WriteStartObject("language"u8);
        json.WriteString("code"u8, template.Language.Code());
        json.WriteEndObject();
        json.WriteStartArray("components"u8);
        WriteBody(json, template);
        WriteButtons(json, template);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, OutboundBody.Template template)
    {
        if (template.Parameters.IsEmpty)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "body"u8);
        json.WriteStartArray("parameters"u8);
        foreach (var parameter in template.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "text"u8);
            json.WriteString("text"u8, parameter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, OutboundBody.Template template)
    {
        foreach (var (place, option) in template.Options.Index())
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "button"u8);
            json.WriteString("sub_type"u8, "quick_reply"u8);
            json.WriteString("index"u8, place.ToString(CultureInfo.InvariantCulture));
            json.WriteStartArray("parameters"u8);
            json.WriteStartObject();
            json.WriteString("type"u8, "payload"u8);
            json.WriteString("payload"u8, option.Id);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
