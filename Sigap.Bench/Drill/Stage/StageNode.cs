using System.Collections.Immutable;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>
/// A node of Sigap with somebody who looks after it, as a service manager does: a process that ends by itself is started
/// again, one that was ended by the drill stays down until the drill starts it.
/// </summary>
internal sealed class StageNode(NodePlace place, NodeSettings settings, NodeLog log, string folder, Undoing undoing, TimeProvider clock)
    : IAsyncDisposable
{
    private static readonly TimeSpan UntilStartedAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(75);

    private readonly Lock _gate = new();
    private readonly Readiness _readiness = new(place.Webhook, clock);
    private ImmutableList<NodeExit> _exits = [];
    private NodeProcess? _process;
    private bool _isWanted;

    public string Name => place.Name;

    public NodePlace Place => place;

    public NodeLog Log => log;

    /// <summary>Sigap.Host.dll or a published Sigap.Host; counts from the next start.</summary>
    public string Host { get; set; } = HostProgram.OfThisBuild;

    /// <summary>When this life of the node began: the one with the earliest is the oldest of the cluster.</summary>
    public DateTimeOffset Since { get; private set; }

    public IReadOnlyList<NodeExit> Exits => _exits;

    /// <summary>The drill wants it to run; it may be about to be started again.</summary>
    public bool IsWanted
    {
        get
        {
            lock (_gate)
            {
                return _isWanted;
            }
        }
    }

    public bool IsRunning => _process is { IsRunning: true };

    /// <summary>Null while it does not run.</summary>
    public int? Process => _process is { IsRunning: true } running ? running.Id : null;

    /// <summary>Starts it, without waiting until it is ready.</summary>
    public void Launch()
    {
        lock (_gate)
        {
            _isWanted = true;
            if (IsRunning)
            {
                return;
            }

            _process?.Dispose();
            var process = NodeProcess.Start(HostProgram.In(folder, Host, settings.Of(place), place.Within), log);
            _process = process;
            Since = clock.GetUtcNow();
            undoing.Remember(Name, $"kill -9 {process.Id}");
            _ = LookAfter(process);
        }
    }

    public async Task Start(CancellationToken cancel)
    {
        Launch();
        await BecomesReady(cancel);
    }

    /// <exception cref="BenchProblem">It is not ready after two minutes.</exception>
    public async Task BecomesReady(CancellationToken cancel)
    {
        if (!await _readiness.Comes(StartPatience, cancel))
        {
            throw new BenchProblem(
                $"{Name} was not ready within {StartPatience.TotalSeconds:0} seconds:{Environment.NewLine}{log.LastLines}");
        }
    }

    public Task<bool> IsReady(CancellationToken cancel) => _readiness.Now(cancel);

    /// <summary>As <c>kill -9</c> does: nothing is finished, nothing is flushed.</summary>
    public Task Kill() => End(Signal.Kill);

    /// <summary>As a service manager does: the process is asked to leave, and waited for.</summary>
    /// <returns>Its exit code; 0 when it did not run.</returns>
    public Task<int> Terminate() => End(Signal.Terminate);

    /// <summary>As a machine does that swaps, or a virtual one that is moved: nothing runs, every connection stays open.</summary>
    public void Pause() => _process?.Tell(Signal.Stop);

    public void Resume() => _process?.Tell(Signal.Continue);

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process?.Dispose();
        _readiness.Dispose();
        log.Dispose();
    }

    private async Task<int> End(Signal signal)
    {
        NodeProcess? process;
        lock (_gate)
        {
            _isWanted = false;
            process = _process;
        }

        if (process is null)
        {
            return 0;
        }

        process.Tell(signal);
        try
        {
            return await process.Exit.WaitAsync(StopPatience, clock);
        }
        catch (TimeoutException)
        {
            process.Tell(Signal.Kill);
            return await process.Exit;
        }
    }

    private async Task LookAfter(NodeProcess process)
    {
        var code = await process.Exit;
        undoing.Forget(Name);
        bool again;
        lock (_gate)
        {
            again = _isWanted;
            _exits = _exits.Add(new NodeExit(Name, clock.GetUtcNow(), code, Asked: !again));
        }

        if (again)
        {
            await Task.Delay(UntilStartedAgain, clock);
            LaunchIfWanted();
        }
    }

    private void LaunchIfWanted()
    {
        lock (_gate)
        {
            if (_isWanted)
            {
                Launch();
            }
        }
    }
}
