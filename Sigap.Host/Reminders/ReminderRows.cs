using System.Data;
using System.Data.Common;
using Dapper;
using Sigap.Conversations;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Reminders;

namespace Sigap.Host.Reminders;

/// <summary>The rows of the table <c>reminder</c>, within a transaction of whoever sets or ends them.</summary>
internal static class ReminderRows
{
    private const string Upsert = """
        INSERT INTO reminder (key, subject, conversation, due_at, valid_until, notice)
        VALUES (@key, @subject, @conversation, @due_at, @valid_until, @notice)
        ON CONFLICT (key) DO UPDATE SET
            subject = excluded.subject, conversation = excluded.conversation, due_at = excluded.due_at,
            valid_until = excluded.valid_until, notice = excluded.notice
        """;

    private static readonly ManyRows.Column<Reminder>[] Columns =
    [
        new("@key", DbType.String, reminder => reminder.Key),
        new("@subject", DbType.String, reminder => reminder.Subject),
        new("@conversation", DbType.String, reminder => reminder.Conversation.Value),
        new("@due_at", DbType.Int64, reminder => reminder.DueAt.ToWire()),
        new("@valid_until", DbType.Int64, reminder => reminder.ValidUntil.ToWire()),
        new("@notice", DbType.Binary, reminder => NoticeWire.ToBytes(reminder.Notice)),
    ];

    public static void Set(DbConnection connection, DbTransaction transaction, IReadOnlyList<Reminder> reminders)
    {
        if (reminders.Count > 0)
        {
            ManyRows.Execute(connection, transaction, Upsert, Columns, reminders);
        }
    }

    public static void End(DbConnection connection, DbTransaction transaction, string subject, ConversationId? conversation = null) =>
        connection.Execute(
            """
            DELETE FROM reminder
            WHERE subject = @subject AND (CAST(@conversation AS TEXT) IS NULL OR conversation = CAST(@conversation AS TEXT))
            """,
            new { subject, conversation = conversation?.Value },
            transaction);

    public static IReadOnlyList<Reminder> Due(DbConnection connection, DateTimeOffset now, int most) =>
    [
        .. connection.Query<Row>(
            """
            SELECT key AS Key, conversation AS Conversation, due_at AS DueAt, valid_until AS ValidUntil, notice AS Notice
            FROM reminder WHERE due_at <= @now ORDER BY due_at, key LIMIT @most
            """,
            new { now = now.ToWire(), most }).Select(row => row.ToReminder()),
    ];

    private sealed class Row
    {
        public required string Key { get; init; }

        public required string Conversation { get; init; }

        public long DueAt { get; init; }

        public long ValidUntil { get; init; }

        public required byte[] Notice { get; init; }

        public Reminder ToReminder() => new(
            Key, new ConversationId(Conversation), WireTime.FromWire(DueAt), WireTime.FromWire(ValidUntil), NoticeWire.FromBytes(Notice));
    }
}
