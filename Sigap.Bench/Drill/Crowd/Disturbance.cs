namespace Sigap.Bench.Drill.Crowd;

/// <summary>Something was broken for a while.</summary>
/// <param name="Until">Null while it is.</param>
/// <param name="CutsSends">
/// What Sigap had sent may not have been written down any more: such replies may come twice, and the journal need not know it.
/// </param>
internal sealed record Disturbance(string Name, TimeSpan From, TimeSpan? Until, bool CutsSends)
{
    /// <summary>A send is repeated within this time after everything works again, or it was not this that cut it.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(3);

    /// <summary>A send so short before may still have waited for its answer, or for the database.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(30);

    /// <summary>A reply was taken at both instants: may this be why?</summary>
    public bool MayHaveCut(TimeSpan first, TimeSpan second) =>
        CutsSends && second >= From && first >= From - Before && first <= (Until ?? TimeSpan.MaxValue - Aftermath) + Aftermath;
}
