using System.Data;
using System.Data.Common;
using Dapper;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Deliveries;

/// <summary>The table <c>failed_send</c>. A failure that is told again is put there once.</summary>
internal sealed class FailedSendTable(SigapDatabase database)
{
    // A failure that stands in the statuses already was put here with it, and may be gone since.
    private const string Insert = """
        INSERT INTO failed_send (message_fingerprint, callback_data, error_code, failed_at, attempts, next_attempt_at)
        SELECT @fingerprint, @tag, @code, @failed, 0, 0
        WHERE NOT EXISTS (SELECT 1 FROM message_status WHERE message_fingerprint = @fingerprint AND rank = @rank)
        ON CONFLICT (message_fingerprint) DO NOTHING
        """;

    private const string DueNow = """
        SELECT message_fingerprint AS Fingerprint, callback_data AS Tag, error_code AS Code, failed_at AS FailedAt, attempts AS Attempts
        FROM failed_send WHERE next_attempt_at <= @now ORDER BY next_attempt_at, message_fingerprint LIMIT @most
        """;

    // Of two nodes that read the same count only one changes it.
    private const string Claim = """
        UPDATE failed_send SET attempts = attempts + 1, next_attempt_at = @next
        WHERE message_fingerprint = @fingerprint AND attempts = @told
        """;

    private static readonly ManyRows.Column<FailedSend>[] Columns =
    [
        new("@fingerprint", DbType.Int64, failed => unchecked((long)failed.Message)),
        new("@tag", DbType.String, failed => failed.Tag.ToString()),
        new("@code", DbType.Int64, failed => (long?)failed.Code),
        new("@failed", DbType.Int64, failed => failed.FailedAt.ToWire()),
        new("@rank", DbType.Int32, _ => (int)DeliveryStage.Failed),
    ];

    /// <summary>Within the transaction that writes the statuses, and before them.</summary>
    public static void Add(DbConnection connection, DbTransaction transaction, IEnumerable<DeliveryStatus> statuses)
    {
        var failed = statuses.Select(FailedSend.Of).OfType<FailedSend>().ToList();
        if (failed.Count > 0)
        {
            ManyRows.Execute(connection, transaction, Insert, Columns, failed);
        }
    }

    public Task<IReadOnlyList<FailedSend>> Due(DateTimeOffset now, int most, CancellationToken cancel) => database.Read(
        IReadOnlyList<FailedSend> (connection) =>
        [
            .. connection.Query<Row>(DueNow, new { now = now.ToWire(), most }).Select(row => new FailedSend(
                unchecked((ulong)row.Fingerprint),
                SendTag.Parse(row.Tag)!.Value,
                (int?)row.Code,
                WireTime.FromWire(row.FailedAt),
                row.Attempts)),
        ],
        cancel);

    /// <summary>Counts one more telling, before it begins.</summary>
    /// <returns>False when another node does it.</returns>
    public Task<bool> Take(FailedSend failed, DateTimeOffset next, CancellationToken cancel) => database.Write(
        (connection, transaction) => connection.Execute(
            Claim, new { fingerprint = unchecked((long)failed.Message), told = failed.Told, next = next.ToWire() }, transaction) == 1,
        cancel);

    public Task Remove(FailedSend failed, CancellationToken cancel) => database.Write(
        (connection, transaction) =>
        {
            connection.Execute(
                "DELETE FROM failed_send WHERE message_fingerprint = @fingerprint",
                new { fingerprint = unchecked((long)failed.Message) },
                transaction);
        },
        cancel);

    private sealed class Row
    {
        public long Fingerprint { get; init; }

        public required string Tag { get; init; }

        public long? Code { get; init; }

        public long FailedAt { get; init; }

        public long Attempts { get; init; }
    }
}
