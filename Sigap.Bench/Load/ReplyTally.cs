namespace Sigap.Bench.Load;

/// <summary>What must never happen to a reply, counted.</summary>
internal sealed class ReplyTally
{
    private int _duplicated;
    private int _outOfOrder;
    private int _strangers;

    public int DuplicatedCount => Volatile.Read(ref _duplicated);

    public int OutOfOrderCount => Volatile.Read(ref _outOfOrder);

    /// <summary>Replies to somebody who never wrote.</summary>
    public int StrangersCount => Volatile.Read(ref _strangers);

    public void Duplicated() => Interlocked.Increment(ref _duplicated);

    public void OutOfOrder() => Interlocked.Increment(ref _outOfOrder);

    public void Stranger() => Interlocked.Increment(ref _strangers);
}
