using System.Security.Cryptography;
using System.Text;

namespace Sigap.Bench.Load;

/// <summary>Builds whole HTTP requests as WhatsApp sends them, signed with the app secret.</summary>
internal sealed class WebhookPayloads(string authority, string appSecret)
{
    private static readonly string[] Stages = ["sent", "delivered", "read"];

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(appSecret);

    public static int MostStages => Stages.Length;

    public byte[] Message(Applicant from, int message, long unixSeconds)
    {
        var text = TypedTexts.At(from.Index, message);
        return Request(
            $$"""
            {"object":"whatsapp_business_account","entry":[{"id":"104000000000001","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"622150000001","phone_number_id":"{{from.Business}}"},"contacts":[{"profile":{"name":"Pemohon {{from.Index}}"},"wa_id":"{{from.Phone}}","user_id":"ID.{{from.Phone}}"}],"messages":[{"from":"{{from.Phone}}","from_user_id":"ID.{{from.Phone}}","id":"wamid.HBgNNjI4MTIwMDAwMDAwFQIAEhggQkVOQ0g{{from.Phone}}M{{message}}A","timestamp":"{{unixSeconds}}","text":{"body":"{{text}}"},"type":"text"}]},"field":"messages"}]}]}
            """);
    }

    public byte[] Status(Applicant to, ReplyArrival reply, int stage, long unixSeconds) => Request(
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"104000000000001","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"622150000001","phone_number_id":"{{{to.Business}}}"},"contacts":[{"profile":{"name":"Pemohon {{{to.Index}}}"},"wa_id":"{{{to.Phone}}}","user_id":"ID.{{{to.Phone}}}"}],"statuses":[{"id":"{{{reply.Id}}}","status":"{{{Stages[stage]}}}","timestamp":"{{{unixSeconds}}}","recipient_id":"{{{to.Phone}}}","recipient_user_id":"ID.{{{to.Phone}}}","biz_opaque_callback_data":"{{{reply.CallbackData}}}","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]},"field":"messages"}]}]}
        """);

    private byte[] Request(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, body, mac);
        var head = $"POST /webhook HTTP/1.1\r\nHost: {authority}\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\n"
            + $"Content-Type: application/json\r\nX-Hub-Signature-256: sha256={Convert.ToHexStringLower(mac)}\r\nContent-Length: {body.Length}\r\n\r\n";
        var request = new byte[head.Length + body.Length];
        Encoding.ASCII.GetBytes(head, request);
        body.CopyTo(request, head.Length);
        return request;
    }
}
