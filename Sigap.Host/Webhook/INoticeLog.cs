namespace Sigap.Host.Webhook;

/// <summary>Keeps account-level notices of WhatsApp (template decisions, quality, restrictions) for operators.</summary>
public interface INoticeLog
{
    Task Keep(IReadOnlyList<AccountNotice> notices, CancellationToken cancel);
}

/// <param name="Field">WhatsApp's name of the notice: <c>account_update</c>.</param>
/// <param name="Key">Makes a redelivery the same row: a hash of the JSON.</param>
public sealed record AccountNotice(string Key, string Field, string RawJson, DateTimeOffset ReceivedAt)
{
    /// <summary>When WhatsApp says that it happened; when we heard of it where it does not.</summary>
    public DateTimeOffset At { get; init; } = ReceivedAt;
}
