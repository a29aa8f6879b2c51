using Sigap.Kernel;

namespace Sigap.Host.Webhook;

/// <summary>Hears how many messages came in on a business number, for WhatsApp counts them against its limit. May lose some.</summary>
public interface IInboundCount
{
    void Count(BusinessNumberId business, int messages);
}
