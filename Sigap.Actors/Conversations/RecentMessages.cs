using System.Collections.Immutable;

namespace Sigap.Conversations;

/// <summary>Fingerprints of the messages already handled: a redelivery changes nothing.</summary>
public sealed class RecentMessages
{
    /// <summary>WhatsApp redelivers for 7 days; a day more for its clock and ours.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    public static readonly RecentMessages None = new([], ImmutableHashSet<ulong>.Empty);

    private readonly ImmutableQueue<(ulong Fingerprint, DateTimeOffset At)> _inOrder;
    private readonly ImmutableHashSet<ulong> _all;

    private RecentMessages(ImmutableQueue<(ulong, DateTimeOffset)> inOrder, ImmutableHashSet<ulong> all)
    {
        _inOrder = inOrder;
        _all = all;
    }

    public int Count => _all.Count;

    public IEnumerable<(ulong Fingerprint, DateTimeOffset At)> InOrder => _inOrder;

    public bool Contains(ulong fingerprint) => _all.Contains(fingerprint);

    /// <summary>Adds one, and forgets those it outlived.</summary>
    public RecentMessages With(ulong fingerprint, DateTimeOffset at)
    {
        if (_all.Contains(fingerprint))
        {
            return this;
        }

        var (queue, all) = (_inOrder, _all);
        while (!queue.IsEmpty && queue.Peek().At < at - Kept)
        {
            queue = queue.Dequeue(out var oldest);
            all = all.Remove(oldest.Fingerprint);
        }

        return new RecentMessages(queue.Enqueue((fingerprint, at)), all.Add(fingerprint));
    }
}
