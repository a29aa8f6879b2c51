using System.Diagnostics.Metrics;

namespace Sigap.Host.Inbox;

/// <summary>
/// What the inbox holds and what became of it. The two gauges count the whole table: every node tells the same.
/// </summary>
internal sealed class InboxMetrics
{
    public const string MeterName = "Sigap.Inbox";

    private readonly Counter<long> _items;
    private long _waiting;
    private long _parked;

    public InboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _items = meter.CreateCounter<long>("sigap.inbox.items", description: "Items of the inbox, by how: written, delivered, parked");
        meter.CreateObservableGauge("sigap.inbox.waiting", () => Waiting, description: "Messages that wait for their conversation");
        meter.CreateObservableGauge("sigap.inbox.parked", () => Parked, description: "Messages whose delivery was given up");
    }

    public long Waiting
    {
        get => Volatile.Read(ref _waiting);
        set => Volatile.Write(ref _waiting, value);
    }

    public long Parked
    {
        get => Volatile.Read(ref _parked);
        set => Volatile.Write(ref _parked, value);
    }

    public void Written() => Count("written");

    public void Delivered() => Count("delivered");

    public void GivenUp() => Count("parked");

    private void Count(string how) => _items.Add(1, new KeyValuePair<string, object?>("how", how));
}
