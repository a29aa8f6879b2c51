using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>Tells what a message contains. Every type has an answer, the ones to come as well.</summary>
internal static class ContentReader
{
    private const int LongestOptionId = 512;
    private const int LongestTitle = 256;
    private const int LongestEmoji = 64;
    private const int LongestKind = 64;

    public static InboundContent Read(JsonElement message)
    {
        var type = message.Text("type"u8);
        return type switch
        {
            "text" => new InboundContent.Text(BodyOf(message)),
            "interactive" => Interactive(message),
            "button" => Button(message),
            "image" => Media(message, MediaKind.Image, "image"u8),
            "video" => Media(message, MediaKind.Video, "video"u8),
            "audio" => Media(message, IsVoice(message) ? MediaKind.Voice : MediaKind.Audio, "audio"u8),
            "voice" => Media(message, MediaKind.Voice, "voice"u8),
            "document" => Media(message, MediaKind.Document, "document"u8),
            "sticker" => Media(message, MediaKind.Sticker, "sticker"u8),
            "location" => new InboundContent.Location(),
            "contacts" => new InboundContent.Contacts(AnswersOurRequest(message)),
            "reaction" => Reaction(message),
            "edit" => Edit(message),
            "revoke" => new InboundContent.Revoke(OriginalOf(message.Object("revoke"u8))),
            "request_welcome" => new InboundContent.Welcome(),
            "system" => IdentityChange(message),
            "unsupported" => new InboundContent.Unsupported(KindOf(message.Object("unsupported"u8)?.Text("type"u8))),

            // Seen in the wild: the type is missing, the text is there.
            null when message.Object("text"u8) is not null => new InboundContent.Text(BodyOf(message)),
            _ => new InboundContent.Unsupported(KindOf(type)),
        };
    }

    private static string BodyOf(JsonElement message) =>
        CleanText.Message(message.Object("text"u8)?.Text("body"u8) ?? string.Empty);

    private static InboundContent Interactive(JsonElement message)
    {
        var interactive = message.Object("interactive"u8);
        var kind = interactive?.Text("type"u8);
        var chosen = kind switch
        {
            "list_reply" => interactive?.Object("list_reply"u8),
            "button_reply" => interactive?.Object("button_reply"u8),
            _ => null,
        };

        return chosen is { } option
            ? Tap(option.Text("id"u8), option.Text("title"u8), kind!)
            : new InboundContent.Unsupported(KindOf(kind ?? "interactive"));
    }

    /// <summary>A template's quick reply; without a payload of its own it repeats the label.</summary>
    private static InboundContent Button(JsonElement message)
    {
        var button = message.Object("button"u8);
        var label = button?.Text("text"u8);
        return Tap(button?.Text("payload"u8) ?? label, label, "button");
    }

    /// <summary>What was tapped goes by its id; without one nothing was.</summary>
    private static InboundContent Tap(string? id, string? title, string kind) => string.IsNullOrEmpty(id)
        ? new InboundContent.Unsupported(kind)
        : new InboundContent.Tap(CleanText.Line(id, LongestOptionId), CleanText.Line(title ?? string.Empty, LongestTitle));

    private static InboundContent.Media Media(JsonElement message, MediaKind kind, ReadOnlySpan<byte> member) =>
        new(kind, CaptionOf(message.Object(member)));

    private static string? CaptionOf(JsonElement? media) =>
        media?.Text("caption"u8) is { Length: > 0 } caption ? CleanText.Message(caption) : null;

    private static bool IsVoice(JsonElement message) => message.Object("audio"u8)?.True("voice"u8) == true;

    private static bool AnswersOurRequest(JsonElement message) =>
        message.First("contacts"u8)?.Text("origin"u8) == "contact_request";

    private static InboundContent.Reaction Reaction(JsonElement message) =>
        new(message.Object("reaction"u8)?.Text("emoji"u8) is { Length: > 0 } emoji ? CleanText.Line(emoji, LongestEmoji) : null);

    private static InboundContent.Edit Edit(JsonElement message)
    {
        var edit = message.Object("edit"u8);
        return new InboundContent.Edit(OriginalOf(edit), edit?.Object("message"u8) is { } changed ? NewTextOf(changed) : null);
    }

    /// <summary>An edit holds a whole message; one that holds another edit is nobody's message.</summary>
    private static string? NewTextOf(JsonElement changed) => changed.Text("type"u8) is "edit" ? null : Read(changed) switch
    {
        InboundContent.Text text => text.Body,
        InboundContent.Media media => media.Caption,
        _ => null,
    };

    private static MessageId? OriginalOf(JsonElement? owner) =>
        Identifier.Message(owner?.Text("original_message_id"u8)) is { } id ? new MessageId(id) : null;

    private static InboundContent.IdentityChange IdentityChange(JsonElement message)
    {
        var system = message.Object("system"u8);
        return new InboundContent.IdentityChange(
            Identifier.PhoneOrScoped(system?.Text("wa_id"u8)), Identifier.Scoped(system?.Text("user_id"u8)));
    }

    private static string? KindOf(string? word) => string.IsNullOrWhiteSpace(word) ? null : CleanText.Line(word, LongestKind);
}
