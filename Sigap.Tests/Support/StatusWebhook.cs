using System.Text.Json;

namespace Sigap.Tests.Support;

/// <summary>What WhatsApp posts about a message of ours.</summary>
internal static class StatusWebhook
{
    public static byte[] About(GraphSend send, string status, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new
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
                                },
                            },
                        },
                    },
                },
            },
        },
    });
}
