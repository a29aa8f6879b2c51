using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>One bubble with its address and the tag that comes back in its status webhooks.</summary>
/// <param name="CallbackData">Echoed by WhatsApp as <c>biz_opaque_callback_data</c>: names conversation, reply and attempt.</param>
public sealed record OutboundMessage(
    BusinessNumberId Business,
    Applicant To,
    OutboundBody Body,
    string CallbackData);
