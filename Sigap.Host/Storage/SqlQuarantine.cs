using Dapper;
using Sigap.Host.Webhook;

namespace Sigap.Host.Storage;

/// <summary>Quarantined items, one row each however often WhatsApp sends them.</summary>
internal sealed class SqlQuarantine(SigapDatabase database) : IQuarantine
{
    private const string Insert = """
        INSERT INTO quarantine (key, reason, raw_json, received_at) VALUES (@Key, @Reason, @RawJson, @receivedAt)
        ON CONFLICT (key) DO NOTHING
        """;

    public Task Keep(IReadOnlyList<QuarantinedItem> items, CancellationToken cancel) => items.Count == 0
        ? Task.CompletedTask
        : database.Write(
            (connection, transaction) => connection.Execute(
                Insert,
                items.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => new
                {
                    item.Key,
                    item.Reason,
                    RawJson = StorableText.Of(item.RawJson),
                    receivedAt = item.ReceivedAt.ToUnixTimeMilliseconds(),
                }),
                transaction),
            cancel);
}
