using Sigap.Transport;

namespace Sigap.Host.Webhook;

/// <summary>Records what became of our messages: one row per message, monotone, many at a time.</summary>
public interface IDeliveryLog
{
    Task Record(IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancel);
}
