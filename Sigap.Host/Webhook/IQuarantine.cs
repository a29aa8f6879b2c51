namespace Sigap.Host.Webhook;

/// <summary>Keeps what could not be read, with its raw JSON, so that it can be acknowledged and looked at later.</summary>
public interface IQuarantine
{
    Task Keep(IReadOnlyList<QuarantinedItem> items, CancellationToken cancel);
}

/// <param name="Reason">A constant of ours: never text out of the payload.</param>
/// <param name="Key">Makes a redelivery the same row: the message id where there is one, else a hash of the JSON.</param>
public sealed record QuarantinedItem(string Key, string Reason, string RawJson, DateTimeOffset ReceivedAt);
