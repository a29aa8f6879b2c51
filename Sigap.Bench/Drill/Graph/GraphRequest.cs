using System.Globalization;
using System.Text.Json;

namespace Sigap.Bench.Drill.Graph;

/// <summary>What Sigap asks of the Graph API. Closed.</summary>
internal abstract record GraphRequest
{
    private GraphRequest()
    {
    }

    /// <summary>Blue ticks, "typing…".</summary>
    public sealed record ReadMark : GraphRequest;

    public sealed record Strange : GraphRequest;

    /// <param name="Phone">Digits only.</param>
    public sealed record Message(string Business, string Phone, string Conversation, long Reply, int Attempt, string Text) : GraphRequest;

    public static GraphRequest Read(string business, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.TryGetProperty("status"u8, out _) ? new ReadMark() : (GraphRequest?)MessageIn(business, root) ?? new Strange();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new Strange();
        }
    }

    private static Message? MessageIn(string business, JsonElement root)
    {
        var tag = Member(root, "biz_opaque_callback_data");
        var phone = Member(root, "to");
        return tag?.Split(':') is [var conversation, var reply, var attempt]
            && long.TryParse(reply, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts)
            && phone is not null
            ? new Message(business, phone.TrimStart('+'), conversation, number, attempts, TextIn(root))
            : null;
    }

    /// <summary>What the applicant reads, without what can be tapped.</summary>
    private static string TextIn(JsonElement root) => Member(root, "type") switch
    {
        "text" => Member(root.GetProperty("text"u8), "body") ?? "",
        "interactive" => Member(root.GetProperty("interactive"u8).GetProperty("body"u8), "text") ?? "",
        var other => other ?? "",
    };

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
