using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>What somebody did on a phone, as the page posts it.</summary>
/// <param name="Business">The <c>phone_number_id</c> of the chat.</param>
/// <param name="Type">text, list_reply, button_reply, button (a template's quick reply), image, video, voice, audio, document, sticker, location, contacts, reaction, unsupported.</param>
/// <param name="InReplyTo">The message quoted, tapped or reacted to.</param>
/// <param name="Late">Seconds the network holds the message back; its time stays the time of writing.</param>
/// <param name="Twice">Deliver it two times, as happens.</param>
internal sealed record PhoneAction(
    string Business,
    string Type,
    string? Text = null,
    string? InReplyTo = null,
    string? OptionId = null,
    string? Title = null,
    string? Description = null,
    string? Emoji = null,
    int Late = 0,
    bool Twice = false)
{
    /// <summary>The element's type and the object named like it, as in <c>messages[]</c>; null for a type no phone sends.</summary>
    public JsonObject? Content() => Type switch
    {
        "text" => Element("text", new() { ["body"] = Text ?? "" }),
        "list_reply" => Element("interactive", new() { ["type"] = "list_reply", ["list_reply"] = Option() }),
        "button_reply" => Element("interactive", new() { ["type"] = "button_reply", ["button_reply"] = Option() }),
        "button" => Element("button", new() { ["payload"] = OptionId ?? "", ["text"] = Title ?? "" }),
        "image" => Element("image", Media("image/jpeg", 1, caption: true)),
        "video" => Element("video", Media("video/mp4", 6, caption: true)),
        "voice" => Element("audio", Media("audio/ogg; codecs=opus", 3, new() { ["voice"] = true })),
        "audio" => Element("audio", Media("audio/mpeg", 4, new() { ["voice"] = false })),
        "document" => Element("document", Media("application/pdf", 7, new() { ["filename"] = Title ?? "Dokumen.pdf" }, caption: true)),
        "sticker" => Element("sticker", Media("image/webp", 9, new() { ["animated"] = false })),
        "location" => Element("location", new()
        {
            ["latitude"] = -6.175392,
            ["longitude"] = 106.827153,
            ["name"] = "Monumen Nasional",
            ["address"] = "Gambir, Jakarta Pusat",
        }),
        "contacts" => Contact(),
        "reaction" => Element("reaction", Reaction()),
        "unsupported" => Unsupported(),
        _ => null,
    };

    private JsonObject Option()
    {
        var option = new JsonObject { ["id"] = OptionId ?? "", ["title"] = Title ?? "" };
        if (!string.IsNullOrEmpty(Description))
        {
            option["description"] = Description;
        }

        return option;
    }

    private JsonObject Media(string mime, int serial, JsonObject? more = null, bool caption = false)
    {
        var media = more ?? [];
        if (caption && !string.IsNullOrEmpty(Text))
        {
            media["caption"] = Text;
        }

        media["mime_type"] = mime;
        media["sha256"] = "tM2jOdO0mO4pQy7Yw1x6m7o1s8S3cJmQ0q9Z5H8b1xQ=";
        media["id"] = $"10033000000000{serial:00}";
        media["url"] = $"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=10033000000000{serial:00}&source=webhook";
        return media;
    }

    private JsonObject Reaction()
    {
        // Taking a reaction off is a reaction with an empty emoji.
        return new JsonObject { ["message_id"] = InReplyTo ?? "", ["emoji"] = Emoji ?? "" };
    }

    private static JsonObject Contact() => new()
    {
        ["type"] = "contacts",
        ["contacts"] = new JsonArray(new JsonObject
        {
            ["name"] = new JsonObject { ["formatted_name"] = "Siti Aminah", ["first_name"] = "Siti", ["last_name"] = "Aminah" },
            ["phones"] = new JsonArray(new JsonObject
            {
                ["phone"] = "+62 812-0000-0002",
                ["wa_id"] = "6281200000002",
                ["type"] = "CELL",
            }),
        }),
    };

    private static JsonObject Unsupported() => new()
    {
        ["type"] = "unsupported",
        ["unsupported"] = new JsonObject { ["type"] = "poll" },
        ["errors"] = new JsonArray(new JsonObject
        {
            ["code"] = 131051,
            ["title"] = "Message type unknown",
            ["message"] = "Message type unknown",
            ["error_data"] = new JsonObject { ["details"] = "Message type is currently not supported." },
            ["href"] = "/documentation/business-messaging/whatsapp/support/error-codes",
        }),
    };

    private static JsonObject Element(string type, JsonObject value) => new() { ["type"] = type, [type] = value };
}
