using System.Data;
using Sigap.Host.Costs;
using Sigap.Host.Deliveries;
using Sigap.Host.Webhook;
using Sigap.Transport;

namespace Sigap.Host.Storage;

/// <summary>
/// One row per message of ours, holding the highest stage ever told: statuses may come in any order and any number of
/// times and leave the same row. A failure is also put where its conversation learns of it, in the same transaction.
/// Webhooks that arrive together share a transaction.
/// </summary>
internal sealed class SqlDeliveryLog : IDeliveryLog, IAsyncDisposable
{
    // Of equal stages the earliest moment stands; callback data, once told, stays; the error belongs to its stage.
    // A comparison with NULL is not true on either engine, so a NULL never wins over a value.
    private const string Upsert = """
        INSERT INTO message_status (message_fingerprint, business, callback_data, rank, at, error_code)
        VALUES (@fingerprint, @business, @callback, @rank, @at, @error)
        ON CONFLICT (message_fingerprint) DO UPDATE SET
            callback_data = CASE WHEN excluded.callback_data < message_status.callback_data THEN excluded.callback_data
                                 ELSE coalesce(message_status.callback_data, excluded.callback_data) END,
            error_code = CASE WHEN excluded.rank > message_status.rank THEN excluded.error_code
                              WHEN excluded.rank < message_status.rank THEN message_status.error_code
                              WHEN excluded.error_code > message_status.error_code THEN excluded.error_code
                              ELSE coalesce(message_status.error_code, excluded.error_code) END,
            at = CASE WHEN excluded.rank > message_status.rank THEN excluded.at
                      WHEN excluded.rank < message_status.rank THEN message_status.at
                      WHEN excluded.at < message_status.at THEN excluded.at
                      ELSE message_status.at END,
            rank = CASE WHEN excluded.rank > message_status.rank THEN excluded.rank ELSE message_status.rank END
        """;

    private static readonly ManyRows.Column<DeliveryStatus>[] Columns =
    [
        new("@fingerprint", DbType.Int64, status => unchecked((long)status.Id.Fingerprint)),
        new("@business", DbType.String, status => status.Business.Value),
        new("@callback", DbType.String, status => status.CallbackData),
        new("@rank", DbType.Int32, status => (int)status.Stage),
        new("@at", DbType.Int64, status => status.At.ToUnixTimeMilliseconds()),
        new("@error", DbType.Int32, status => status.ErrorCode),
    ];

    private readonly SigapDatabase _database;
    private readonly CostBook? _costs;
    private readonly GroupCommit<DeliveryStatus> _commit;

    /// <param name="costs">Null where nobody asks what messages cost.</param>
    public SqlDeliveryLog(SigapDatabase database, CostBook? costs = null)
    {
        _database = database;
        _costs = costs;
        _commit = new GroupCommit<DeliveryStatus>(Write);
    }

    public Task Record(IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancel) =>
        statuses.Count == 0 ? Task.CompletedTask : _commit.Add(statuses, cancel);

    public ValueTask DisposeAsync() => _commit.DisposeAsync();

    /// <summary>Rows are touched in one order by every node, so that no two wait for each other.</summary>
    private Task Write(IReadOnlyList<DeliveryStatus> statuses)
    {
        var ordered = statuses.OrderBy(status => status.Id.Fingerprint).ToList();
        return _database.Write(
            (connection, transaction) =>
            {
                FailedSendTable.Add(connection, transaction, ordered);
                ManyRows.Execute(connection, transaction, Upsert, Columns, ordered);
                _costs?.Count(connection, transaction, ordered);
            },
            CancellationToken.None);
    }
}
