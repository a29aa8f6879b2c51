using System.Data;
using Dapper;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Inbox;

/// <summary>
/// The table <c>inbox</c>. Of every conversation only the oldest item is ever handed out, to one node at a time; a parked item
/// stands in nobody's way.
/// </summary>
/// <remarks>
/// A delivered item is deleted at once, although WhatsApp may send its message again for seven days: an item is delivered only when its
/// conversation has the message's fingerprint in the journal, and the conversation knows it for eight days (RecentMessages.Kept). It
/// answers "before", wherever the second copy comes from; that copy gets into the inbox only if the conversation is silent again, and is
/// taken once all the same. A parked item has no such memory, so its row stays for eight days, and its unique key is the memory.
/// </remarks>
internal sealed class InboxTable : IAsyncDisposable
{
    // A redelivery of a message that waits already is the same row.
    private const string Insert = """
        INSERT INTO inbox (message_fingerprint, conversation, hear, sent_at, received_at, attempts, next_attempt_at)
        VALUES (@fingerprint, @conversation, @hear, @sent, @received, 0, @received)
        ON CONFLICT (message_fingerprint) DO NOTHING
        """;

    private const string DueConversations = """
        SELECT i.conversation FROM inbox i
        WHERE i.parked_at IS NULL AND i.next_attempt_at <= @now AND NOT EXISTS (
            SELECT 1 FROM inbox older
            WHERE older.conversation = i.conversation AND older.parked_at IS NULL AND (older.sent_at, older.arrival) < (i.sent_at, i.arrival))
        ORDER BY i.next_attempt_at LIMIT @most
        """;

    private const string Oldest = """
        SELECT arrival AS Arrival, hear AS Hear, attempts AS Attempts, next_attempt_at AS NextAttemptAt FROM inbox
        WHERE conversation = @conversation AND parked_at IS NULL ORDER BY sent_at, arrival LIMIT 1
        """;

    // Of two nodes that read the same count only one changes it.
    private const string Claim = """
        UPDATE inbox SET attempts = attempts + 1, next_attempt_at = @next
        WHERE arrival = @Arrival AND attempts = @Attempts AND parked_at IS NULL
        """;

    private static readonly ManyRows.Column<InboxItem>[] Columns =
    [
        new("@fingerprint", DbType.Int64, item => unchecked((long)item.Fingerprint)),
        new("@conversation", DbType.String, item => item.Conversation.Value),
        new("@hear", DbType.Binary, item => item.Hear),
        new("@sent", DbType.Int64, item => item.SentAt.ToWire()),
        new("@received", DbType.Int64, item => item.ReceivedAt.ToWire()),
    ];

    private readonly SigapDatabase _database;
    private readonly GroupCommit<InboxItem> _commit;

    public InboxTable(SigapDatabase database)
    {
        _database = database;
        _commit = new GroupCommit<InboxItem>(Write);
    }

    /// <summary>Returns when the item is durable.</summary>
    public Task Add(InboxItem item, CancellationToken cancel) => _commit.Add([item], cancel);

    /// <summary>How many items wait, by conversation.</summary>
    public Task<IReadOnlyDictionary<ConversationId, long>> Waiting(CancellationToken cancel) => _database.Read(
        IReadOnlyDictionary<ConversationId, long> (connection) => connection
            .Query<(string Conversation, long Items)>("SELECT conversation, COUNT(*) FROM inbox WHERE parked_at IS NULL GROUP BY conversation")
            .ToDictionary(row => new ConversationId(row.Conversation), row => row.Items),
        cancel);

    public Task<bool> HasWaiting(ConversationId conversation, CancellationToken cancel) => _database.Read(
        connection => connection.ExecuteScalar<bool>(
            "SELECT COUNT(*) > 0 FROM inbox WHERE conversation = @Value AND parked_at IS NULL", new { conversation.Value }),
        cancel);

    /// <summary>Conversations whose oldest item is due now, the one that waits longest first.</summary>
    public Task<IReadOnlyList<ConversationId>> Due(DateTimeOffset now, int most, CancellationToken cancel) => _database.Read(
        IReadOnlyList<ConversationId> (connection) =>
            [.. connection.Query<string>(DueConversations, new { now = now.ToWire(), most }).Select(id => new ConversationId(id))],
        cancel);

    /// <summary>Hands out the oldest item of a conversation for a delivery, and counts it as begun.</summary>
    /// <param name="rest">How long nobody else is handed it, by the deliveries begun so far.</param>
    /// <returns>Null when none is due, or another node has it.</returns>
    public Task<InboxDelivery?> Take(
        ConversationId conversation, DateTimeOffset now, Func<long, TimeSpan> rest, CancellationToken cancel) => _database.Write(
        (connection, transaction) =>
        {
            var oldest = connection.QueryFirstOrDefault<Row>(Oldest, new { conversation = conversation.Value }, transaction);
            if (oldest is null || oldest.NextAttemptAt > now.ToWire())
            {
                return null;
            }

            var attempt = oldest.Attempts + 1;
            var claim = new { oldest.Arrival, oldest.Attempts, next = (now + rest(attempt)).ToWire() };
            return connection.Execute(Claim, claim, transaction) == 1
                ? new InboxDelivery(oldest.Arrival, conversation, oldest.Hear, attempt)
                : null;
        },
        cancel);

    /// <summary>All that waits is due now.</summary>
    public Task Hurry(DateTimeOffset now, CancellationToken cancel) => _database.Write(
        (connection, transaction) => connection.Execute(
            "UPDATE inbox SET next_attempt_at = @now WHERE parked_at IS NULL AND next_attempt_at > @now", new { now = now.ToWire() }, transaction),
        cancel);

    public Task Remove(InboxDelivery delivered, CancellationToken cancel) => _database.Write(
        (connection, transaction) => connection.Execute("DELETE FROM inbox WHERE arrival = @Arrival", new { delivered.Arrival }, transaction),
        cancel);

    public Task Park(InboxDelivery poisonous, DateTimeOffset now, CancellationToken cancel) => _database.Write(
        (connection, transaction) => connection.Execute(
            "UPDATE inbox SET parked_at = @now WHERE arrival = @Arrival AND parked_at IS NULL",
            new { poisonous.Arrival, now = now.ToWire() },
            transaction),
        cancel);

    /// <returns>How many items are parked, now that those parked before an instant are gone.</returns>
    public async Task<long> Forget(DateTimeOffset before, CancellationToken cancel)
    {
        var (parked, old) = await _database.Read(
            connection => connection.QuerySingle<(long Parked, long Old)>(
                "SELECT COUNT(*), COUNT(CASE WHEN parked_at < @before THEN 1 END) FROM inbox WHERE parked_at IS NOT NULL",
                new { before = before.ToWire() }),
            cancel);
        return old == 0 ? parked : parked - await _database.Write(
            (connection, transaction) => connection.Execute(
                "DELETE FROM inbox WHERE parked_at < @before", new { before = before.ToWire() }, transaction),
            cancel);
    }

    public ValueTask DisposeAsync() => _commit.DisposeAsync();

    private Task Write(IReadOnlyList<InboxItem> items) => _database.Write(
        (connection, transaction) => { ManyRows.Execute(connection, transaction, Insert, Columns, items); },
        CancellationToken.None);

    private sealed class Row
    {
        public long Arrival { get; init; }

        public required byte[] Hear { get; init; }

        public long Attempts { get; init; }

        public long NextAttemptAt { get; init; }
    }
}
