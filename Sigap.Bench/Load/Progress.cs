using System.Diagnostics;

namespace Sigap.Bench.Load;

/// <summary>Tells somebody who waits how far a phase is, once a second.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly string _phase;
    private readonly long _total;
    private readonly TextWriter _output;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Timer? _timer;
    private long _done;

    public Progress(string phase, long total, TextWriter output)
    {
        (_phase, _total, _output) = (phase, total, output);
        _timer = Console.IsErrorRedirected ? null : new Timer(_ => Print(), null, Every, Every);
    }

    public void Step() => Interlocked.Increment(ref _done);

    public void Dispose()
    {
        _timer?.Dispose();
        Print();
        _output.WriteLine();
    }

    private void Print()
    {
        var done = Interlocked.Read(ref _done);
        var rate = done / Stopwatch.GetElapsedTime(_began).TotalSeconds;
        _output.Write($"\r  {_phase}: {done:N0} of {_total:N0} messages, {rate:N0}/s   ");
    }
}
