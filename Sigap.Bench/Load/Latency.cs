using System.Diagnostics;
using HdrHistogram;

namespace Sigap.Bench.Load;

/// <summary>Latencies in microseconds, to three digits, up to ten minutes.</summary>
internal sealed class Latency
{
    private const long Longest = 600_000_000;

    private readonly LongHistogram _histogram = new(Longest, 3);

    public void Record(long from, long until)
    {
        var micros = (long)Stopwatch.GetElapsedTime(from, until).TotalMicroseconds;
        _histogram.RecordValue(Math.Clamp(micros, 1, Longest));
    }

    public void Add(Latency other) => _histogram.Add(other._histogram);

    public Percentiles Percentiles() => _histogram.TotalCount == 0
        ? new Percentiles(0, 0, 0, 0)
        : new Percentiles(At(50), At(95), At(99), Milliseconds(_histogram.GetMaxValue()));

    private double At(double percentile) => Milliseconds(_histogram.GetValueAtPercentile(percentile));

    private static double Milliseconds(long micros) => Math.Round(micros / 1000.0, 2);
}

/// <summary>In milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95, double P99, double Max);
