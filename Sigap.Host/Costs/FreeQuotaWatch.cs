using Sigap.Content;
using Sigap.Costs;
using Sigap.Host.Duty;
using Sigap.Kernel;

namespace Sigap.Host.Costs;

/// <summary>Calls an operator when most of a business number's free messages are used up: once a month and number.</summary>
internal sealed class FreeQuotaWatch(
    CostTable table, PriceList prices, IContentSource content, DutyRoster roster, TimeProvider clock, ILogger<FreeQuotaWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private readonly HashSet<(OfficeId, string)> _told = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => roster.OnDuty(Watch, stoppingToken);

    private async Task Watch(CancellationToken relieved)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await Look(relieved);
        }
        while (await timer.WaitForNextTickAsync(relieved));
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            var now = clock.GetUtcNow();
            var month = prices.MonthOf(now);
            foreach (var office in content.Current.Offices.Values)
            {
                var costs = MonthlyCosts.Of(
                    await table.Of(office.BusinessNumber, month, cancel), prices, DateOnly.FromDateTime(now.ToOffset(prices.UtcOffset).DateTime));
                if (costs.FreeShare >= prices.WarnAt && costs.FreeUsed > 0 && _told.Add((office.Id, month)))
                {
                    Alerts.Count(AlertKind.FreeQuota, office.BusinessNumber.Value);
                    log.LogError("Alert {Alert}: business number {Business} has used {Used} of its {Limit} free messages of {Month}",
                        AlertKind.FreeQuota.Name(), office.BusinessNumber, costs.FreeUsed, costs.FreeLimit, month);
                }
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning("The free messages could not be counted ({Failure}); trying again", failure.GetType().Name);
        }
    }
}
