namespace Sigap.Host.Duty;

/// <summary>There is no other node.</summary>
internal sealed class SoleNodeLease : IDutyLease
{
    /// <summary>As long as a timer can run, nearly: nobody else wants it.</summary>
    public TimeSpan Term { get; } = TimeSpan.FromDays(40);

    public Task<bool> Take(CancellationToken cancel) => Task.FromResult(true);

    public Task Leave(CancellationToken cancel) => Task.CompletedTask;
}
