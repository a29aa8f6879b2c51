using System.Security.Cryptography;
using System.Text;
using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>What one POST holds: everything in it stands in exactly one of the four lists.</summary>
internal sealed class WebhookBatch(DateTimeOffset receivedAt)
{
    public DateTimeOffset ReceivedAt => receivedAt;

    public List<InboundMessage> Messages { get; } = [];

    public List<DeliveryStatus> Statuses { get; } = [];

    public List<QuarantinedItem> Quarantined { get; } = [];

    public List<AccountNotice> Notices { get; } = [];

    public void Quarantine(string reason, string rawJson, string? messageId = null) =>
        Quarantined.Add(new QuarantinedItem(messageId ?? HashOf(rawJson), reason, Storable(rawJson), receivedAt));

    /// <param name="occasion">Tells two equal notices of different days apart, where WhatsApp says when.</param>
    public void Notice(string field, string rawJson, string? occasion = null) =>
        Notices.Add(new AccountNotice(HashOf(occasion + rawJson), field, Storable(rawJson), receivedAt)
        {
            At = Timestamps.Of(occasion) ?? receivedAt,
        });

    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>A database's text holds no NUL.</summary>
    private static string Storable(string json) => json.Replace('\0', '\uFFFD');
}
