using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>What became of a message of ours, as a status webhook tells it. Recorded as a maximum: a late "sent" changes nothing.</summary>
public sealed record DeliveryStatus(
    MessageId Id,
    BusinessNumberId Business,
    DeliveryStage Stage,
    DateTimeOffset At,
    string? CallbackData,
    int? ErrorCode)
{
    /// <summary>Null where the status does not say.</summary>
    public MessagePricing? Pricing { get; init; }
}

/// <summary>How WhatsApp prices a message, in its own words.</summary>
/// <param name="Category">service, utility, authentication, marketing…</param>
/// <param name="Type">regular, or one of the free ones.</param>
/// <param name="Model">Per message, or the conversations of old.</param>
public sealed record MessagePricing(string Category, string Type, bool Billable, string Model)
{
    public const string Regular = "regular";
    public const string PerMessage = "PMP";
}

/// <summary>In order of rank; failed outranks all.</summary>
public enum DeliveryStage
{
    Sent = 1,
    Delivered = 2,
    Read = 3,
    Played = 4,
    Failed = 9,
}
