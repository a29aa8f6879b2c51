using System.Diagnostics;
using System.Net;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Load;

/// <summary>
/// The real Sigap as a process of its own, on the loopback address, with data of its own that go when it goes. What it
/// writes is kept beside the data and shown when it does not start.
/// </summary>
internal sealed class SigapProcess : IAsyncDisposable
{
    private const string Ready = "Sigap is ready: ";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(55);

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SigapProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    public TimeSpan StartedIn { get; private set; }

    /// <summary>Lines of the log: at the bench's level, each one is a warning.</summary>
    public int Warnings { get; private set; }

    public static async Task<SigapProcess> Start(string host, SigapData data, string graphUrl, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var sigap = new SigapProcess(new Process
        {
            StartInfo = HostProgram.In(data.Folder, host, Settings(data, graphUrl), within: []),
            EnableRaisingEvents = true,
        });
        try
        {
            await sigap.Begin(cancel);
            sigap.StartedIn = Stopwatch.GetElapsedTime(began);
            return sigap;
        }
        catch
        {
            await sigap.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, as a service manager does, and waits.</summary>
    public async Task Stop(CancellationToken cancel)
    {
        Signal.Terminate.Send(_process.Id);
        await _process.WaitForExitAsync(cancel).WaitAsync(StopPatience, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }

        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        _process.Dispose();
    }

    private async Task Begin(CancellationToken cancel)
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(
            new BenchProblem($"Sigap ended before it was ready:{Environment.NewLine}{LastLines()}"));
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            var address = await _address.Task.WaitAsync(StartPatience, cancel);
            EndPoint = new IPEndPoint(IPAddress.Loopback, address.Port);
        }
        catch (TimeoutException)
        {
            throw new BenchProblem(
                $"Sigap was not ready within {StartPatience.TotalSeconds:0} seconds:{Environment.NewLine}{LastLines()}");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 40)
            {
                _lastLines.Dequeue();
            }

            Warnings += IsWarning(line) ? 1 : 0;
        }

        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Ready.Length..].Trim()));
        }
    }

    private static bool IsWarning(string line) =>
        line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal);

    public string LastLines()
    {
        lock (_lastLines)
        {
            return string.Join(Environment.NewLine, _lastLines);
        }
    }

    private void KillAtExit(object? sender, EventArgs args)
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(SigapData data, string graphUrl) =>
    [
        .. SigapAtWork.Settings(graphUrl, data.MasterKey),
        new("Urls", "http://127.0.0.1:0"),
        .. data.Database.Settings,
    ];
}
