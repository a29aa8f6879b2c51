using System.Text.Json;
using Sigap.Host.Webhook;
using Sigap.Transport;

namespace Sigap.Host.Templates;

/// <summary>What one notice says of one template: its state, its quality or its category.</summary>
internal sealed record TemplateNotice(TemplateKey Key, TemplateAspect Aspect, string Value, DateTimeOffset At)
{
    private const int LongestName = 512;
    private const int LongestWord = 64;

    /// <summary>Null for a notice about something else, and for one that does not say enough.</summary>
    public static TemplateNotice? Of(AccountNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        using var json = JsonDocument.Parse(notice.RawJson);
        return json.RootElement.Object("value"u8) is { } value
            && Said(notice.Field, value) is (var aspect, { } word)
            && Word(value.Text("message_template_name"u8), LongestName) is { } name
            && Word(value.Text("message_template_language"u8), LongestWord) is { } language
                ? new TemplateNotice(new TemplateKey(name, language), aspect, word, notice.At)
                : null;
    }

    private static (TemplateAspect Aspect, string? Word)? Said(string field, JsonElement value) => field switch
    {
        "message_template_status_update" => (TemplateAspect.State, Word(value.Text("event"u8), LongestWord)),
        "message_template_quality_update" => (TemplateAspect.Quality, Word(value.Text("new_quality_score"u8), LongestWord)),
        "template_category_update" => (TemplateAspect.Category, Word(value.Text("new_category"u8), LongestWord)),
        _ => null,
    };

    private static string? Word(string? text, int longest) =>
        text is { Length: > 0 } && CleanText.Line(text, longest) is { Length: > 0 } clean ? clean : null;
}

internal enum TemplateAspect
{
    State = 1,
    Quality = 2,
    Category = 3,
}
