using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sigap.Tests.Support;

/// <summary>The real program as a process of its own, which can be told to stop, interrupted and killed.</summary>
internal sealed partial class SigapProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _written;

    private SigapProcess(Process process, ConcurrentQueue<string> written, Uri address)
    {
        _process = process;
        _written = written;
        Address = address;
        Webhook = new SignedWebhook(address, DataFolder.AppSecret);
    }

    public Uri Address { get; }

    public SignedWebhook Webhook { get; }

    /// <summary>Everything it wrote, to both streams.</summary>
    public string Written => string.Join('\n', _written);

    /// <summary>Starts the program and waits until it is ready to serve.</summary>
    public static async Task<SigapProcess> Start(DataFolder folder, string[] settings)
    {
        var (process, written) = Launch(folder.Path, settings);
        try
        {
            var address = "";
            await Eventually.Becomes(
                () => process.HasExited || (address = Listening().Match(string.Join('\n', written)).Groups["address"].Value).Length > 0,
                () => $"the program is ready. It wrote:\n{string.Join('\n', written)}",
                seconds: 120);
            process.HasExited.ShouldBeFalse($"The program ended instead of starting:\n{string.Join('\n', written)}");
            var sigap = new SigapProcess(process, written, new Uri(address));
            await Eventually.Becomes(sigap.IsReady, () => $"/health/ready answers 200. It wrote:\n{sigap.Written}");
            return sigap;
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Written)> Run(DataFolder folder, params string[] arguments)
    {
        var (process, written) = Launch(folder.Path, arguments);
        using (process)
        {
            try
            {
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(90));
                await process.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"The program did not end. It wrote:\n{string.Join('\n', written)}");
            }

            return (process.ExitCode, string.Join('\n', written));
        }
    }

    /// <summary>Like <c>kill -9</c>: nothing is finished, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <returns>The exit code.</returns>
    public Task<int> Signal(string name)
    {
        Send(name);
        return Ended();
    }

    /// <summary>Does not wait for what comes of it.</summary>
    public void Send(string signal)
    {
        using (Process.Start("kill", [$"-{signal}", $"{_process.Id}"]))
        {
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> Ended()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Webhook.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>What a balancer asks.</summary>
    public async Task<bool> IsReady()
    {
        try
        {
            using var answer = await Webhook.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static (Process Process, ConcurrentQueue<string> Written) Launch(string folder, string[] arguments)
    {
        // Under a test runner that ignores SIGINT a child would inherit the deafness.
        var start = new ProcessStartInfo("env")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all = ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "Sigap.Host.dll"), .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        var written = new ConcurrentQueue<string>();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => written.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => written.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, written);
    }

    [GeneratedRegex(@"Sigap is ready: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
