using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>Reads one element of <c>statuses</c>. A stage nobody knows yet is kept as a notice, not taken for a fault.</summary>
internal static class StatusReader
{
    public const string UnknownStage = "unknown_status";
    private const int LongestCallbackData = 512;
    private const int LongestWord = 64;

    public static void Read(JsonElement status, BusinessNumberId business, WebhookBatch batch)
    {
        if (status.ValueKind != JsonValueKind.Object)
        {
            batch.Quarantine(QuarantineReasons.StatusUnreadable, status.Raw());
            return;
        }

        if (Identifier.Message(status.Text("id"u8)) is not { } id)
        {
            batch.Quarantine(QuarantineReasons.NoStatusId, status.Raw());
            return;
        }

        if (StageOf(status) is not { } stage)
        {
            batch.Notice(UnknownStage, status.Raw());
            return;
        }

        batch.Statuses.Add(new DeliveryStatus(
            new MessageId(id),
            business,
            stage,
            status.Timestamp() ?? batch.ReceivedAt,
            status.Text("biz_opaque_callback_data"u8) is { } data ? CleanText.Line(data, LongestCallbackData) : null,
            ErrorCodeOf(status))
        {
            Pricing = PricingOf(status),
        });
    }

    private static DeliveryStage? StageOf(JsonElement status) => status.Text("status"u8) switch
    {
        "sent" => DeliveryStage.Sent,
        "delivered" => DeliveryStage.Delivered,
        "read" => DeliveryStage.Read,
        "played" => DeliveryStage.Played,
        "failed" => DeliveryStage.Failed,
        _ => null,
    };

    /// <summary>The words are WhatsApp's, and open: new ones are taken as they come.</summary>
    private static MessagePricing? PricingOf(JsonElement status) =>
        status.Object("pricing"u8) is { } pricing && Word(pricing, "category"u8) is { } category
            ? new MessagePricing(
                category,
                Word(pricing, "type"u8) ?? MessagePricing.Regular,
                pricing.Member("billable"u8) is not { ValueKind: JsonValueKind.False },
                Word(pricing, "pricing_model"u8) ?? MessagePricing.PerMessage)
            : null;

    private static string? Word(JsonElement pricing, ReadOnlySpan<byte> name) =>
        pricing.Text(name) is { } text && CleanText.Line(text, LongestWord) is { Length: > 0 } word ? word : null;

    private static int? ErrorCodeOf(JsonElement status) =>
        status.First("errors"u8)?.Whole("code"u8) is { } code and <= int.MaxValue ? (int)code : null;
}
