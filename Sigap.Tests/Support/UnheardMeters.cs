using System.Diagnostics.Metrics;

namespace Sigap.Tests.Support;

/// <summary>
/// Meters nobody listens to. Listeners hear every meter of the process by its name, so a part that is tried by itself would
/// take its gauges with it out of the metrics of a whole program that runs at the same time.
/// </summary>
internal sealed class UnheardMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter($"Unheard.{options.Name}");
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
