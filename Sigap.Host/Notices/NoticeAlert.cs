using System.Text.Json;
using Sigap.Host.Webhook;
using Sigap.Kernel;

namespace Sigap.Host.Notices;

/// <summary>What an operator is told about a notice of WhatsApp; most need nobody.</summary>
/// <param name="About">What it concerns, for metrics: a template, or the kind of notice.</param>
/// <param name="Text">WhatsApp's own words of a closed kind: nothing personal, no free text.</param>
internal sealed record NoticeAlert(AlertKind Kind, string About, string Text)
{
    private const int LongestWord = 64;
    private const int LongestName = 512;

    private static readonly HashSet<string> HarmlessAccountNews =
        ["VOLUME_BASED_PRICING_TIER_UPDATE", "VERIFIED_ACCOUNT", "PHONE_NUMBER_ADDED", "PARTNER_ADDED", "PARTNER_APP_INSTALLED", "ACCOUNT_OFFBOARDED_CANCELLED"];

    public static NoticeAlert? Of(AccountNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        using var json = JsonDocument.Parse(notice.RawJson);
        return json.RootElement.Object("value"u8) is { } value ? Of(notice.Field, value) : null;
    }

    private static NoticeAlert? Of(string field, JsonElement value) => field switch
    {
        "message_template_status_update" => Word(value, "event"u8) is "PAUSED" or "DISABLED" or "REJECTED" or "LOCKED" or "FLAGGED"
            ? OfTemplate(AlertKind.TemplateStopped, value, $"{Word(value, "event"u8)}, reason {Word(value, "reason"u8)}")
            : null,
        "message_template_quality_update" => Word(value, "new_quality_score"u8) is "RED"
            ? OfTemplate(AlertKind.Quality, value, "quality RED")
            : null,
        "template_category_update" => OfTemplate(
            AlertKind.TemplateChanged, value, $"category {Word(value, "new_category"u8)}, correct would be {Word(value, "correct_category"u8)}"),
        "account_update" => HarmlessAccountNews.Contains(Word(value, "event"u8))
            ? null
            : new NoticeAlert(AlertKind.Account, field, $"{Word(value, "event"u8)}{Restrictions(value)}"),
        "account_alerts" => new NoticeAlert(AlertKind.Account, field, Word(value.Object("alert_info"u8) ?? value, "alert_type"u8)),
        "account_review_update" => Word(value, "decision"u8) is "APPROVED"
            ? null
            : new NoticeAlert(AlertKind.Account, field, Word(value, "decision"u8)),
        "security" => new NoticeAlert(AlertKind.Account, field, Word(value, "event"u8)),
        "phone_number_quality_update" => Word(value, "event"u8) is "DOWNGRADE" or "FLAGGED"
            ? new NoticeAlert(AlertKind.Quality, field, $"{Word(value, "event"u8)}, limit {Word(value, "current_limit"u8)}")
            : null,
        _ => null,
    };

    private static NoticeAlert OfTemplate(AlertKind kind, JsonElement value, string text) => new(
        kind,
        CleanText.Line(value.Text("message_template_name"u8) ?? "?", LongestName),
        $"language {Word(value, "message_template_language"u8)}: {text}");

    private static string Restrictions(JsonElement value) => value.First("restriction_info"u8) is { } first
        ? $", {Word(first, "restriction_type"u8)}"
        : "";

    private static string Word(JsonElement owner, ReadOnlySpan<byte> name) => CleanText.Line(owner.Text(name) ?? "?", LongestWord);
}
