using Dapper;
using Sigap.Host.Inbox;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Identity;

/// <summary>
/// The tables <c>identity_link</c>, which conversation has shown a scoped id, and <c>identity_join</c>, which two conversations are
/// to become one. They hold names of conversations only, which are keyed hashes.
/// </summary>
internal sealed class IdentityTable(SigapDatabase database)
{
    // Of two nodes that read the same count only one changes it.
    private const string Claim = """
        UPDATE identity_join SET attempts = attempts + 1, next_attempt_at = @next
        WHERE one = @One AND other = @Other AND attempts = @Attempts
        """;

    /// <param name="named">The name a conversation of the scoped id has where nothing more is known.</param>
    public Task<ConversationId?> ConversationOf(ConversationId named, CancellationToken cancel) => database.Read(
        ConversationId? (connection) =>
            connection.QuerySingleOrDefault<string>("SELECT conversation FROM identity_link WHERE scoped = @Value", new { named.Value })
                is { } found ? new ConversationId(found) : null,
        cancel);

    public Task<IReadOnlyList<IdentityJoin>> Due(DateTimeOffset now, int most, CancellationToken cancel) => database.Read(
        IReadOnlyList<IdentityJoin> (connection) =>
        [
            .. connection.Query<Row>(
                """
                SELECT one AS One, other AS Other, changed_at AS ChangedAt, attempts AS Attempts FROM identity_join
                WHERE next_attempt_at <= @now ORDER BY next_attempt_at LIMIT @most
                """,
                new { now = now.ToWire(), most }).Select(row => row.ToJoin()),
        ],
        cancel);

    /// <returns>False when another node has taken it.</returns>
    public Task<bool> Take(IdentityJoin join, DateTimeOffset now, TimeSpan patience, CancellationToken cancel)
    {
        var next = (now + patience + InboxBackoff.After(join.Attempts + 1)).ToWire();
        return database.Write(
            (connection, transaction) => connection.Execute(
                Claim, new { One = join.One.Value, Other = join.Other.Value, join.Attempts, next }, transaction) == 1,
            cancel);
    }

    /// <summary>Unless the same two are to be joined for a newer reason.</summary>
    public Task Remove(IdentityJoin join, CancellationToken cancel) => database.Write(
        (connection, transaction) => connection.Execute(
            """
            DELETE FROM identity_join
            WHERE one = @one AND other = @other AND COALESCE(changed_at, -1) = @changed
            """,
            new { one = join.One.Value, other = join.Other.Value, changed = join.ChangedAt?.ToWire() ?? -1 },
            transaction),
        cancel);

    private sealed record Row(string One, string Other, long? ChangedAt, long Attempts)
    {
        public IdentityJoin ToJoin() => new(
            new ConversationId(One), new ConversationId(Other), ChangedAt is { } at ? WireTime.FromWire(at) : null, Attempts);
    }
}

/// <summary>Two conversations that are to become one.</summary>
/// <param name="Other">The one that showed the scoped id first, or whose person has the number now.</param>
/// <param name="ChangedAt">Since when; null when the same scoped id joins them.</param>
internal sealed record IdentityJoin(ConversationId One, ConversationId Other, DateTimeOffset? ChangedAt, long Attempts);
