namespace Sigap.Host.Webhook;

/// <summary>
/// Makes everything in a webhook durable, each kind where it belongs. One kind that fails does not keep the others from
/// being tried.
/// </summary>
internal sealed class WebhookWriter(
    WebhookDispatch dispatch,
    IDeliveryLog deliveries,
    IQuarantine quarantine,
    INoticeLog notices,
    ILogger<WebhookWriter> log)
{
    /// <returns>True when all of it is written.</returns>
    public async Task<bool> Write(WebhookBatch batch, int applicantsAtOnce, CancellationToken cancel)
    {
        Report(batch);
        var heard = dispatch.Hear(batch.Messages, applicantsAtOnce, cancel);
        var recorded = Written(batch.Statuses, deliveries.Record, "Statuses", cancel);
        var quarantined = Written(batch.Quarantined, quarantine.Keep, "Quarantined items", cancel);
        var noticed = Written(batch.Notices, notices.Keep, "Notices", cancel);
        await Task.WhenAll(heard, recorded, quarantined, noticed);
        return await heard && await recorded && await quarantined && await noticed;
    }

    private async Task<bool> Written<T>(
        IReadOnlyList<T> items, Func<IReadOnlyList<T>, CancellationToken, Task> write, string kind, CancellationToken cancel)
    {
        if (items.Count == 0)
        {
            return true;
        }

        try
        {
            await write(items, cancel);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The kind of failure only: a database's message may quote the row.
            log.LogWarning("{Kind} of a webhook could not be written: {Failure}. It will be sent again", kind, e.GetType().Name);
            return false;
        }
    }

    private void Report(WebhookBatch batch)
    {
        foreach (var reason in batch.Quarantined.CountBy(item => item.Reason))
        {
            log.LogWarning("{Items} item(s) of a webhook quarantined: {Reason}", reason.Value, reason.Key);
        }
    }
}
