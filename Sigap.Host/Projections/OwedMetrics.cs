using System.Diagnostics.Metrics;

namespace Sigap.Host.Projections;

/// <summary>For how long the reply that has been owed longest has been owed, over all conversations: every node tells the same.</summary>
internal sealed class OwedMetrics
{
    public const string MeterName = "Sigap.Owed";

    private long _since;

    public OwedMetrics(IMeterFactory meters, TimeProvider clock) => meters.Create(MeterName).CreateObservableGauge(
        "sigap.owed.oldest",
        () => Volatile.Read(ref _since) is var since and > 0 ? Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() - since) / 1000.0 : 0,
        unit: "s",
        description: "Age of the reply that has been owed longest");

    /// <param name="since">Null when nothing is owed.</param>
    public void Oldest(DateTimeOffset? since) => Volatile.Write(ref _since, since?.ToUnixTimeMilliseconds() ?? 0);
}
