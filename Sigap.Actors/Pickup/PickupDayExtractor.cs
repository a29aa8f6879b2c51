using Akka.Cluster.Sharding;

namespace Sigap.Pickup;

/// <summary>
/// Finds the day a message is for. A shard holds days of one office only, so that they can live on a node near it; each office
/// has four, so that days next to each other are spread where no node is nearer than another.
/// </summary>
public sealed class PickupDayExtractor : IMessageExtractor
{
    private const int ShardsPerOffice = 4;

    public string? EntityId(object message) => message is IWithPickupDay addressed ? addressed.Day.Value : null;

    public object? EntityMessage(object message) => message;

    public string? ShardId(object message) => message is IWithPickupDay addressed ? ShardOf(addressed.Day) : null;

    public string ShardId(string entityId, object? messageHint = null) => PickupDayId.Parse(entityId) is { } day
        ? ShardOf(day)
        : throw new ArgumentException($"'{entityId}' is no pickup day", nameof(entityId));

    /// <summary>The office of a shard, as its id tells.</summary>
    public static string? OfficeOf(string shard) => shard.LastIndexOf('.') is > 0 and var dot ? shard[..dot] : null;

    private static string ShardOf(PickupDayId day) => $"{day.Office.Value}.{day.Date.DayNumber % ShardsPerOffice}";
}
