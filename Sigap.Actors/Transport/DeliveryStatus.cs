using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>What became of a message of ours, as a status webhook tells it. Recorded as a maximum: a late "sent" changes nothing.</summary>
public sealed record DeliveryStatus(
    MessageId Id,
    BusinessNumberId Business,
    DeliveryStage Stage,
    DateTimeOffset At,
    string? CallbackData,
    int? ErrorCode);

/// <summary>In order of rank; failed outranks all.</summary>
public enum DeliveryStage
{
    Sent = 1,
    Delivered = 2,
    Read = 3,
    Played = 4,
    Failed = 9,
}
