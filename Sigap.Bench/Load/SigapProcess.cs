using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;

namespace Sigap.Bench.Load;

/// <summary>
/// The real Sigap as a process of its own, on the loopback address, with data of its own that go when it goes. What it
/// writes is kept beside the data and shown when it does not start.
/// </summary>
internal sealed class SigapProcess : IAsyncDisposable
{
    public const string AppSecret = "bench-app-secret";

    private const string Ready = "Sigap is ready: ";
    private const int Terminate = 15;
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
        var sigap = new SigapProcess(new Process { StartInfo = StartInfo(host, data, graphUrl), EnableRaisingEvents = true });
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
        _ = Kill(_process.Id, Terminate);
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

    private static ProcessStartInfo StartInfo(string host, SigapData data, string graphUrl)
    {
        var isLibrary = host.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isLibrary ? Dotnet() : host)
        {
            WorkingDirectory = data.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (isLibrary)
        {
            start.ArgumentList.Add(host);
        }

        foreach (var (name, value) in Settings(data, graphUrl).Concat(data.Database.Settings))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The one that runs the bench, when it does not run as a program of its own.</summary>
    private static string Dotnet() =>
        Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";

    /// <summary>
    /// Sigap as in production, but for two limits that protect it from what the bench does: the pace WhatsApp allows a
    /// business number, and the guard against machines at the other end.
    /// </summary>
    private static Dictionary<string, string> Settings(SigapData data, string graphUrl) => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Simulator__Enabled"] = "false",
        ["WhatsApp__AppSecret"] = AppSecret,
        ["WhatsApp__VerifyToken"] = "bench-verify-token",
        ["WhatsApp__AccessToken"] = "bench-access-token",
        ["WhatsApp__GraphUrl"] = graphUrl,
        ["Keys__MasterKey"] = data.MasterKey,
        ["Transport__MessagesPerSecond"] = "1000",
        ["Conversations__TurnsBeforePause"] = "60",
        ["Conversations__PauseWindow"] = "00:00:01",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
