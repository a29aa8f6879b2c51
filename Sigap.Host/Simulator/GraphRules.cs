using System.Text.Json;

namespace Sigap.Host.Simulator;

/// <summary>What Meta checks before it accepts a message: whatever passes here fits into a WhatsApp bubble.</summary>
internal static class GraphRules
{
    private const int TextLimit = 4_096;
    private const int CaptionLimit = 1_024;
    private const int CallbackLimit = 512;

    public static GraphProblem? Check(JsonElement message, IReadOnlyList<ApprovedTemplate> templates)
    {
        if (message.ValueKind != JsonValueKind.Object || message.Text("messaging_product") != "whatsapp")
        {
            return GraphProblem.Parameter("messaging_product must be whatsapp.");
        }

        if (message.Text("to") is null && message.Text("recipient") is null)
        {
            return GraphProblem.Missing("to");
        }

        return message.Member("biz_opaque_callback_data").Limit("biz_opaque_callback_data", CallbackLimit, required: false)
            ?? Content(message, message.Text("type") ?? "text", templates);
    }

    private static GraphProblem? Content(JsonElement message, string type, IReadOnlyList<ApprovedTemplate> templates)
    {
        if (message.Member(type) is not { } content)
        {
            return GraphProblem.Missing(type);
        }

        return type switch
        {
            "text" => content.Member("body").Limit("text.body", TextLimit),
            "interactive" => InteractiveRules.Check(content),
            "image" or "video" or "document" =>
                content.Member("caption").Limit($"{type}.caption", CaptionLimit, required: false) ?? Source(content, type),
            "audio" or "sticker" => Source(content, type),
            "reaction" => content.Text("message_id") is null ? GraphProblem.Missing("reaction.message_id") : null,
            "location" => content.Member("latitude") is null || content.Member("longitude") is null
                ? GraphProblem.Missing("location.latitude and location.longitude")
                : null,
            "contacts" => content.ValueKind == JsonValueKind.Array ? null : GraphProblem.Value("contacts must be a list."),
            "template" => TemplateRules.Check(content, templates),
            _ => GraphProblem.Parameter($"Param type must be one of {{AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, REACTION, STICKER, TEMPLATE, TEXT, VIDEO}} - got \"{type}\"."),
        };
    }

    private static GraphProblem? Source(JsonElement media, string type) =>
        media.Text("id") is null && media.Text("link") is null ? GraphProblem.Missing($"{type}.id or {type}.link") : null;
}
