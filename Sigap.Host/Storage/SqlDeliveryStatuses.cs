using System.Collections.Immutable;
using Dapper;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.Storage;

/// <summary>Reads back what <see cref="SqlDeliveryLog"/> wrote: one search in the index of the tags.</summary>
internal sealed class SqlDeliveryStatuses(SigapDatabase database) : IDeliveryStatuses
{
    private const string OfOneReply = """
        SELECT callback_data, message_fingerprint, rank, error_code FROM message_status
        WHERE callback_data >= @first AND callback_data < @beyond
        """;

    public Task<ImmutableArray<AttemptStatus>> Of(ConversationId conversation, long reply, CancellationToken cancel) =>
        database.Read(
            connection => connection
                .Query<(string Tag, long Fingerprint, long Rank, long? ErrorCode)>(
                    OfOneReply,
                    new { first = SendTag.First(conversation, reply), beyond = SendTag.Beyond(conversation, reply) })
                .Select(row => SendTag.AttemptOf(row.Tag) is { } attempt
                    ? new AttemptStatus(attempt, unchecked((ulong)row.Fingerprint), (DeliveryStage)row.Rank, (int?)row.ErrorCode)
                    : null)
                .OfType<AttemptStatus>()
                .ToImmutableArray(),
            cancel);
}
