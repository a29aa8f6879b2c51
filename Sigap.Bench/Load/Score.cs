namespace Sigap.Bench.Load;

/// <summary>What one sender, or all of them together, saw.</summary>
internal sealed class Score
{
    public Latency Acknowledged { get; } = new();

    public Latency EndToEnd { get; } = new();

    public Latency StatusAcknowledged { get; } = new();

    public long Answered { get; set; }

    /// <summary>Acknowledged, but never answered.</summary>
    public long Lost { get; set; }

    /// <summary>Posts that were not answered with 200; each was repeated.</summary>
    public long Refused { get; set; }

    /// <summary>Given up after all repetitions.</summary>
    public long Unacknowledged { get; set; }

    public void Add(Score other)
    {
        Acknowledged.Add(other.Acknowledged);
        EndToEnd.Add(other.EndToEnd);
        StatusAcknowledged.Add(other.StatusAcknowledged);
        Answered += other.Answered;
        Lost += other.Lost;
        Refused += other.Refused;
        Unacknowledged += other.Unacknowledged;
    }
}
