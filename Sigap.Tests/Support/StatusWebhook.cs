using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sigap.Tests.Support;

/// <summary>What WhatsApp posts about a message of ours.</summary>
internal static class StatusWebhook
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="code">Of the error; only with a failure.</param>
    public static byte[] About(GraphSend send, string status, DateTimeOffset at, int? code = null) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = "104000000000001",
                changes = new[]
                {
                    new
                    {
                        field = "messages",
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "622150000001", phone_number_id = send.Business },
                            statuses = new[]
                            {
                                new
                                {
                                    id = send.MessageId,
                                    status,
                                    timestamp = $"{at.ToUnixTimeSeconds()}",
                                    recipient_id = send.To!.TrimStart('+'),
                                    biz_opaque_callback_data = send.CallbackData,
                                    errors = code is { } error ? new[] { new { code = error, title = "as told" } } : null,
                                },
                            },
                        },
                    },
                },
            },
        },
    }, WithoutNulls);
}
