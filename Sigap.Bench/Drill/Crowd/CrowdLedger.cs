using System.Collections.Immutable;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>Ledger W: everything the crowd wrote, every try to bring it to a node, and what was broken meanwhile.</summary>
internal sealed class CrowdLedger(DrillWatch watch)
{
    private readonly Lock _lock = new();
    private readonly List<WrittenMessage> _messages = [];
    private readonly List<PostAttempt> _attempts = [];
    private readonly List<Disturbance> _disturbances = [];

    public DrillWatch Watch => watch;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _messages.Count;
            }
        }
    }

    /// <summary>In the order in which they were written.</summary>
    public ImmutableArray<WrittenMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    public ImmutableArray<PostAttempt> Attempts
    {
        get
        {
            lock (_lock)
            {
                return [.. _attempts];
            }
        }
    }

    public ImmutableArray<Disturbance> Disturbances
    {
        get
        {
            lock (_lock)
            {
                return [.. _disturbances];
            }
        }
    }

    public void Add(WrittenMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
    }

    public void Add(PostAttempt attempt)
    {
        lock (_lock)
        {
            _attempts.Add(attempt);
        }
    }

    /// <param name="cutsSends">False for what must not make Sigap send anything twice, such as a node that leaves in order.</param>
    public void Begins(string disturbance, bool cutsSends)
    {
        lock (_lock)
        {
            _disturbances.Add(new Disturbance(disturbance, watch.Now, null, cutsSends));
        }
    }

    /// <summary>Everything works again.</summary>
    public void Heals()
    {
        lock (_lock)
        {
            for (var i = 0; i < _disturbances.Count; i++)
            {
                _disturbances[i] = _disturbances[i] with { Until = _disturbances[i].Until ?? watch.Now };
            }
        }
    }
}
