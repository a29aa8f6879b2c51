using Dapper;
using Sigap.Host.Webhook;

namespace Sigap.Host.Storage;

/// <summary>Account notices, one row each however often WhatsApp sends them.</summary>
internal sealed class SqlNoticeLog(SigapDatabase database) : INoticeLog
{
    private const string Insert = """
        INSERT INTO account_notice (key, field, raw_json, received_at) VALUES (@Key, @Field, @RawJson, @receivedAt)
        ON CONFLICT (key) DO NOTHING
        """;

    public Task Keep(IReadOnlyList<AccountNotice> notices, CancellationToken cancel) => KeepNew(notices, cancel);

    /// <returns>Those that were not kept before.</returns>
    public async Task<IReadOnlyList<AccountNotice>> KeepNew(IReadOnlyList<AccountNotice> notices, CancellationToken cancel) => notices.Count == 0
        ? []
        : await database.Write(
            (connection, transaction) => notices
                .OrderBy(notice => notice.Key, StringComparer.Ordinal)
                .Where(notice => connection.Execute(Insert, Row(notice), transaction) > 0)
                .ToList(),
            cancel);

    private static object Row(AccountNotice notice) => new
    {
        notice.Key,
        notice.Field,
        RawJson = StorableText.Of(notice.RawJson),
        receivedAt = notice.ReceivedAt.ToUnixTimeMilliseconds(),
    };
}
