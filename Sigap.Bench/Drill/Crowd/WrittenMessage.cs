using Sigap.Kernel;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>What an applicant of the crowd wants with a message.</summary>
internal enum MessageKind
{
    /// <summary>A question whose answer is known by its <see cref="WrittenMessage.Mark"/>.</summary>
    Question,

    /// <summary>The status of an application, number and birth date at once.</summary>
    Status,

    /// <summary>A step towards a place at the counter.</summary>
    Booking,

    /// <summary>Nothing anybody could understand.</summary>
    Noise,
}

/// <summary>One message of the crowd, and what became of it as seen from outside: a row of the ledger of what was written.</summary>
/// <param name="number">Counts the messages of its applicant from 0.</param>
/// <param name="mark">Stands in the right answer and in no other; null where the answer depends on more than the message.</param>
/// <param name="sentAt">In whole seconds, as WhatsApp writes it.</param>
internal sealed class WrittenMessage(
    Citizen from, int number, MessageKind kind, string text, string? mark, DateTimeOffset sentAt, TimeSpan writtenAt)
{
    private readonly Lock _lock = new();
    private TimeSpan? _posted;
    private TimeSpan? _acknowledged;
    private TimeSpan? _replied;

    public Citizen From => from;

    public int Number => number;

    public MessageKind Kind => kind;

    public string Text => text;

    public string? Mark => mark;

    public DateTimeOffset SentAt => sentAt;

    public TimeSpan WrittenAt => writtenAt;

    /// <summary>As WhatsApp's ids do, it holds the phone: a log that shows ids shows phones.</summary>
    public string Id { get; } = $"wamid.HBgN{from.Phone}FQIAEhgW{number:D6}";

    /// <summary>How the journal names it.</summary>
    public ulong Fingerprint { get; } = new MessageId($"wamid.HBgN{from.Phone}FQIAEhgW{number:D6}").Fingerprint;

    /// <summary>The post that carried it; two messages of one post are in the order in which they stand there.</summary>
    public long Parcel { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The node that acknowledged it first.</summary>
    public string? AcknowledgedBy { get; private set; }

    /// <summary>When it was first on its way to a node.</summary>
    public TimeSpan? PostedAt => Read(ref _posted);

    public TimeSpan? AcknowledgedAt => Read(ref _acknowledged);

    /// <summary>When the first of its replies was taken by the Graph API; known once the journal has been read.</summary>
    public TimeSpan? RepliedAt
    {
        get => Read(ref _replied);
        set
        {
            lock (_lock)
            {
                _replied = value;
            }
        }
    }

    public void Posted(long parcel, TimeSpan at)
    {
        lock (_lock)
        {
            Parcel = parcel;
            Attempts++;
            _posted ??= at;
        }
    }

    /// <returns>False when it was acknowledged before.</returns>
    public bool Acknowledged(string node, TimeSpan at)
    {
        lock (_lock)
        {
            if (_acknowledged is not null)
            {
                return false;
            }

            (_acknowledged, AcknowledgedBy) = (at, node);
            return true;
        }
    }

    public override string ToString() => $"message {number} of applicant {from.Index}";

    private TimeSpan? Read(ref TimeSpan? field)
    {
        lock (_lock)
        {
            return field;
        }
    }
}
