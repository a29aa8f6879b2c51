using System.Diagnostics.Metrics;

namespace Sigap.Host.Webhook;

/// <summary>Counts what comes in and how it is answered.</summary>
internal sealed class WebhookMetrics
{
    public const string MeterName = "Sigap.Webhook";

    private readonly Counter<long> _requests;
    private readonly Counter<long> _items;

    public WebhookMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>("sigap.webhook.requests", description: "Webhooks, by status of the answer");
        _items = meter.CreateCounter<long>("sigap.webhook.items", description: "Items in webhooks, by kind");
    }

    public void Answered(int status) => _requests.Add(1, new KeyValuePair<string, object?>("status", status));

    public void Read(WebhookBatch batch)
    {
        Count("message", batch.Messages.Count);
        Count("status", batch.Statuses.Count);
        Count("quarantined", batch.Quarantined.Count);
        Count("notice", batch.Notices.Count);
    }

    private void Count(string kind, int items)
    {
        if (items > 0)
        {
            _items.Add(items, new KeyValuePair<string, object?>("kind", kind));
        }
    }
}
