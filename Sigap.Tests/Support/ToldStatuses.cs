using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.WhatsApp;
using Sigap.Transport;

namespace Sigap.Tests.Support;

/// <summary>Delivery statuses in memory, as a test has them told; judged by the table that ships.</summary>
internal sealed class ToldStatuses : IDeliveryStatuses
{
    private static readonly TableSendPolicy Policy = new(ShippedErrorTable.Load(), () => 0);
    private readonly Lock _memory = new();
    private readonly Dictionary<ulong, (SendTag Tag, AttemptStatus Status)> _told = [];
    private int _looks;

    public static SendingParts None => new ToldStatuses().Parts;

    public SendingParts Parts => new(this, Policy);

    /// <summary>How often somebody looked.</summary>
    public int Looks => Volatile.Read(ref _looks);

    public bool IsAway { get; set; }

    /// <summary>Of one message the highest stage stays, as in the table.</summary>
    public void Tell(SendTag tag, MessageId message, DeliveryStage stage, int? code = null)
    {
        lock (_memory)
        {
            if (!_told.TryGetValue(message.Fingerprint, out var known) || known.Status.Stage < stage)
            {
                _told[message.Fingerprint] = (tag, new AttemptStatus(tag.Attempt, message.Fingerprint, stage, code));
            }
        }
    }

    public Task<ImmutableArray<AttemptStatus>> Of(ConversationId conversation, long reply, CancellationToken cancel)
    {
        Interlocked.Increment(ref _looks);
        lock (_memory)
        {
            return IsAway
                ? Task.FromException<ImmutableArray<AttemptStatus>>(new IOException("The database is away"))
                : Task.FromResult(_told.Values
                    .Where(told => told.Tag.Conversation == conversation && told.Tag.Reply == reply)
                    .Select(told => told.Status)
                    .ToImmutableArray());
        }
    }
}
