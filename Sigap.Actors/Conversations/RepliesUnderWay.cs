namespace Sigap.Conversations;

/// <summary>How many replies of this process are with the transport just now: a process that stops waits for them.</summary>
public sealed class RepliesUnderWay
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Begin() => Interlocked.Increment(ref _count);

    public void End() => Interlocked.Decrement(ref _count);
}
