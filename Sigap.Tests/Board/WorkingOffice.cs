using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Board;

/// <summary>The real decisions of every office's days in memory, for the many callers a web server has.</summary>
internal sealed class WorkingOffice(TimeProvider time) : IPickupDesk, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly PickupOffice _office = new(new CalendarPlans(RealConfig.Content), time.GetUtcNow(), _ => { });

    /// <summary>Does not answer, as when its node has gone.</summary>
    public bool IsAway { get; set; }

    public async Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel)
    {
        if (IsAway)
        {
            throw new TimeoutException("the day does not answer");
        }

        await _one.WaitAsync(cancel);
        try
        {
            await _office.AdvanceTo(time.GetUtcNow(), cancel);
            return await _office.Ask(message, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
