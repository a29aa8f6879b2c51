namespace Sigap.Host.Duty;

/// <summary>
/// Lets one node of the cluster do what is done once for all: read the journal, tell reminders, look for what is owed. When that node
/// ends or stands still another takes over within a term. For a moment two may believe to be on duty, so what they do must bear that.
/// </summary>
internal sealed class DutyRoster(IDutyLease lease, TimeProvider clock, ILogger<DutyRoster> log) : BackgroundService
{
    private const int TriesPerTerm = 4;
    private readonly Lock _change = new();
    private TaskCompletionSource<CancellationToken> _next = Unknown();
    private CancellationTokenSource? _turn;
    private bool _fails;

    /// <summary>
    /// Does the work whenever this node is on duty, until the program stops. The work is told to end when the node is relieved, and
    /// begins anew with the next turn.
    /// </summary>
    public async Task OnDuty(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (true)
        {
            var turn = await NextTurn().WaitAsync(stop);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(turn, stop);
            try
            {
                await work(either.Token);
            }
            catch (OperationCanceledException) when (turn.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                continue;
            }

            if (!turn.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>After the work itself, which was registered later.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await lease.Leave(cancellationToken);
        }
        catch (Exception failure)
        {
            // Also when the actors took the whole time a stop may take: the stop is not at fault for it.
            log.LogDebug("The duty was not given back ({Failure}); it is free when its term ends", failure.GetType().Name);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _turn?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(lease.Term / TriesPerTerm, clock);
        do
        {
            await Try(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Try(CancellationToken cancel)
    {
        // From before the question: the term may have begun any time since.
        var asked = clock.GetTimestamp();
        try
        {
            if (await lease.Take(cancel))
            {
                Stay(lease.Term - clock.GetElapsedTime(asked));
            }
            else
            {
                Relieve();
            }

            _fails = false;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The turn ends by itself when its term does.
            if (!_fails)
            {
                log.LogWarning("Whether this node is on duty could not be asked ({Failure}); asking on", failure.GetType().Name);
            }

            _fails = true;
        }
    }

    private Task<CancellationToken> NextTurn()
    {
        lock (_change)
        {
            ForgetWhatIsOver();
            return _next.Task;
        }
    }

    private void Stay(TimeSpan atMost)
    {
        lock (_change)
        {
            ForgetWhatIsOver();
            if (atMost <= TimeSpan.Zero)
            {
                return;
            }

            if (_turn is not null)
            {
                _turn.CancelAfter(atMost);
                return;
            }

            _turn = new CancellationTokenSource(atMost, clock);
            _next.TrySetResult(_turn.Token);
        }
    }

    private void Relieve()
    {
        CancellationTokenSource? over;
        lock (_change)
        {
            over = _turn;
        }

        over?.Cancel();
    }

    private void ForgetWhatIsOver()
    {
        if (_turn is { IsCancellationRequested: true })
        {
            _turn = null;
            _next = Unknown();
        }
    }

    private static TaskCompletionSource<CancellationToken> Unknown() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
