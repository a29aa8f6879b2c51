using System.Diagnostics.Metrics;
using Sigap.Kernel;

namespace Sigap.Bench.Rush;

/// <summary>Counts the transactions on the table of claims, by Sigap's own metric.</summary>
internal sealed class ClaimWrites : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public ClaimWrites()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument == SigapMetrics.ClaimWrites)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, amount, _, _) => Interlocked.Add(ref _count, amount));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
