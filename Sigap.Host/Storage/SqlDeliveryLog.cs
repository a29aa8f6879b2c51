using Microsoft.Data.Sqlite;
using Sigap.Host.Webhook;
using Sigap.Transport;

namespace Sigap.Host.Storage;

/// <summary>
/// One row per message of ours, holding the highest stage ever told: statuses may come in any order and any number of
/// times and leave the same row. Webhooks that arrive together share a transaction.
/// </summary>
internal sealed class SqlDeliveryLog : IDeliveryLog, IAsyncDisposable
{
    // Of equal stages the earliest moment stands; callback data, once told, stays; the error belongs to its stage.
    private const string Upsert = """
        INSERT INTO message_status (message_fingerprint, business, callback_data, rank, at, error_code)
        VALUES (@fingerprint, @business, @callback, @rank, @at, @error)
        ON CONFLICT (message_fingerprint) DO UPDATE SET
            callback_data = coalesce(min(callback_data, excluded.callback_data), callback_data, excluded.callback_data),
            error_code = CASE WHEN excluded.rank > rank THEN excluded.error_code
                              WHEN excluded.rank < rank THEN error_code
                              ELSE coalesce(max(error_code, excluded.error_code), error_code, excluded.error_code) END,
            at = CASE WHEN excluded.rank > rank THEN excluded.at
                      WHEN excluded.rank < rank THEN at
                      ELSE min(at, excluded.at) END,
            rank = max(rank, excluded.rank)
        """;

    private readonly SigapDatabase _database;
    private readonly GroupCommit<DeliveryStatus> _commit;

    public SqlDeliveryLog(SigapDatabase database)
    {
        _database = database;
        _commit = new GroupCommit<DeliveryStatus>(Write);
    }

    public Task Record(IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancel) =>
        statuses.Count == 0 ? Task.CompletedTask : _commit.Add(statuses, cancel);

    public ValueTask DisposeAsync() => _commit.DisposeAsync();

    private Task Write(IReadOnlyList<DeliveryStatus> statuses) => _database.Write(
        (connection, transaction) =>
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Upsert;
            var fingerprint = command.Parameters.Add("@fingerprint", SqliteType.Integer);
            var business = command.Parameters.Add("@business", SqliteType.Text);
            var callback = command.Parameters.Add("@callback", SqliteType.Text);
            var rank = command.Parameters.Add("@rank", SqliteType.Integer);
            var at = command.Parameters.Add("@at", SqliteType.Integer);
            var error = command.Parameters.Add("@error", SqliteType.Integer);

            foreach (var status in statuses)
            {
                fingerprint.Value = unchecked((long)status.Id.Fingerprint);
                business.Value = status.Business.Value;
                callback.Value = (object?)status.CallbackData ?? DBNull.Value;
                rank.Value = (int)status.Stage;
                at.Value = status.At.ToUnixTimeMilliseconds();
                error.Value = (object?)status.ErrorCode ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        },
        CancellationToken.None);
}
