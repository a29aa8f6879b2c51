using Sigap.Host.Cluster;

namespace Sigap.Host.Startup;

/// <summary>
/// Ends a process whose orderly stop hangs: everything acknowledged is on the disk, and a process that neither serves nor
/// ends keeps its successor from starting.
/// </summary>
internal sealed class ShutdownWatchdog(IHostApplicationLifetime lifetime, NodeOptions node) : IHostedService
{
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(50) + node.TimeToLeave;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => new Thread(Watch) { IsBackground = true, Name = "shutdown watchdog" }.Start());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Watch()
    {
        // A host that has stopped may share its process with others that go on.
        if (!lifetime.ApplicationStopped.WaitHandle.WaitOne(_patience))
        {
            Environment.FailFast($"Sigap did not stop within {_patience.TotalSeconds:0} seconds");
        }
    }
}
