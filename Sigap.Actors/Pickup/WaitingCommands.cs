using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// Commands that wait for the next write, first come first; those that must be decided by themselves come before all others.
/// </summary>
internal sealed class WaitingCommands<TCaller>
{
    private readonly Queue<(IPickupCommand Command, TCaller Caller)> _alone = [];
    private readonly Queue<(IPickupCommand Command, TCaller Caller)> _waiting = [];

    public int Count => _alone.Count + _waiting.Count;

    public void Add(IPickupCommand command, TCaller caller) => _waiting.Enqueue((command, caller));

    public void AddAlone(IEnumerable<(IPickupCommand Command, TCaller Caller)> items)
    {
        foreach (var item in items)
        {
            _alone.Enqueue(item);
        }
    }

    /// <summary>What is to be decided together now, at most so many.</summary>
    public ImmutableArray<(IPickupCommand Command, TCaller Caller)> Take(int most) => _alone.Count > 0
        ? [_alone.Dequeue()]
        : [.. Enumerable.Range(0, Math.Min(most, _waiting.Count)).Select(_ => _waiting.Dequeue())];

    public ImmutableArray<(IPickupCommand Command, TCaller Caller)> TakeAll()
    {
        ImmutableArray<(IPickupCommand Command, TCaller Caller)> all = [.. _alone, .. _waiting];
        _alone.Clear();
        _waiting.Clear();
        return all;
    }
}
