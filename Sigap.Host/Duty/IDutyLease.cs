namespace Sigap.Host.Duty;

/// <summary>What only one node of the cluster has at a time, for as long as it keeps asking for it.</summary>
internal interface IDutyLease
{
    /// <summary>So long after it was taken nobody else gets it.</summary>
    TimeSpan Term { get; }

    /// <returns>True when this node has it for another term.</returns>
    Task<bool> Take(CancellationToken cancel);

    /// <summary>Lets another node have it at once.</summary>
    Task Leave(CancellationToken cancel);
}
