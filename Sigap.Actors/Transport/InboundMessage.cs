using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>One message of one applicant, as read from a webhook: whatever the payload looked like, this is what it means.</summary>
/// <param name="SentAt">WhatsApp's own timestamp (one-second resolution); the receive time when it cannot be read.</param>
/// <param name="ReceivedAt">When the webhook arrived here.</param>
/// <param name="ProfileName">Free text chosen by the sender: hostile until shown otherwise.</param>
/// <param name="InReplyTo">The message the sender quoted or whose option was tapped.</param>
public sealed record InboundMessage(
    MessageId Id,
    BusinessNumberId Business,
    Applicant From,
    DateTimeOffset SentAt,
    DateTimeOffset ReceivedAt,
    InboundContent Content,
    string? ProfileName = null,
    MessageId? InReplyTo = null);
