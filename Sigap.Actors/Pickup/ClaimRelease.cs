namespace Sigap.Pickup;

/// <summary>Frees the applications of a booking that has ended, or gives them back to the one it was to move.</summary>
internal static class ClaimRelease
{
    public static async Task Carry(IPickupClaims claims, Errand.Release release, CancellationToken cancel)
    {
        if (release.BackTo is { } before)
        {
            foreach (var application in release.Applications)
            {
                await claims.Replace(application, release.Booking, before, cancel);
            }
        }

        await claims.Release(release.Booking.Code, release.Applications, cancel);
    }

    /// <summary>Claims that were taken for bookings which did not come about.</summary>
    public static async Task Carry(IPickupClaims claims, IReadOnlyCollection<ClaimNeed> inVain, CancellationToken cancel)
    {
        foreach (var booking in inVain.GroupBy(need => (need.Claim.Booking, Back: need.From ?? need.Claim.Instead)))
        {
            var applications = booking.Select(need => need.Claim.Application);
            await Carry(claims, new Errand.Release(booking.Key.Booking, [.. applications], booking.Key.Back), cancel);
        }
    }
}
