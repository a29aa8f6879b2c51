using System.Collections.Immutable;
using Sigap.Transport;

namespace Sigap.Host.Templates;

/// <summary>
/// Brings what the notices say to whoever sends, on every node within seconds: a send asks memory, this asks the table.
/// </summary>
internal sealed class TemplateFeed(TemplateTable table, TemplateStates states, TimeProvider clock, ILogger<TemplateFeed> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _turn = new(1);
    private ImmutableHashSet<TemplateRow> _known = [];
    private bool _fails;

    /// <summary>Before the first send.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryRefresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task Refresh(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            ImmutableHashSet<TemplateRow> rows = [.. await table.States(cancel)];
            states.Learn(
                [.. rows.Where(row => row.IsStopped).Select(row => row.Key)],
                rows.Except(_known).Where(row => !row.IsStopped).Select(row => row.Key));
            _known = rows;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefresh(stoppingToken);
        }
    }

    private async Task TryRefresh(CancellationToken cancel)
    {
        try
        {
            await Refresh(cancel);
            _fails = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // What was known stays in force; a database that is away is told by others, again and again.
            if (!_fails)
            {
                log.LogWarning("The states of templates could not be read ({Failure}); trying again", failure.GetType().Name);
            }

            _fails = true;
        }
    }
}
