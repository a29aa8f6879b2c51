using System.Diagnostics;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>One life of a node: a process, heard from its first line to its exit code.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    /// <summary>Its exit code, once it has ended and everything it wrote was heard.</summary>
    public Task<int> Exit { get; private set; } = Task.FromResult(0);

    public static NodeProcess Start(ProcessStartInfo start, NodeLog log)
    {
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => log.Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var node = new NodeProcess(process);
        node.Exit = node.Ended();
        return node;
    }

    public void Tell(Signal signal)
    {
        if (IsRunning)
        {
            signal.Send(Id);
        }
    }

    public void Dispose() => _process.Dispose();

    private async Task<int> Ended()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
