namespace Sigap.Conversations;

/// <summary>
/// How many replies of this process are with the transport just now: a process that stops waits for them, and begins no
/// new ones.
/// </summary>
public sealed class RepliesUnderWay
{
    private int _count;
    private volatile bool _isStopping;

    public int Count => Volatile.Read(ref _count);

    public bool IsStopping => _isStopping;

    public void Begin() => Interlocked.Increment(ref _count);

    public void End() => Interlocked.Decrement(ref _count);

    /// <summary>From now on nothing leaves any more; what is on its way may arrive.</summary>
    public void Stop() => _isStopping = true;
}
