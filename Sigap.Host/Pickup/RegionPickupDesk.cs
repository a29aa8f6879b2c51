using Akka.Actor;
using Akka.Hosting;
using Sigap.Pickup;

namespace Sigap.Host.Pickup;

/// <summary>Asks a day wherever in the cluster it lives.</summary>
internal sealed class RegionPickupDesk(IRequiredActor<PickupRegion> region, PickupSettings settings, TimeProvider clock) : IPickupDesk
{
    public async Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel)
    {
        var days = await region.GetAsync(cancel);
        using var timeout = new CancellationTokenSource(settings.AskTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            return await days.AskDay(message, either.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or AskTimeoutException && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The pickup day did not answer in time");
        }
    }
}
