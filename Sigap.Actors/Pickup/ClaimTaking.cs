using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// Takes the claims a decision needs. A claim that another booking has is honoured only while that booking lives: a claim whose
/// booking was never written, or has ended, is taken over.
/// </summary>
/// <param name="look">Asks a booking's day for it, with <see cref="GetBooking"/>.</param>
internal sealed class ClaimTaking(IPickupClaims claims, Func<BookingAt, CancellationToken, Task<PickupAnswer>> look)
{
    /// <summary>A move of a move of a move: a longer trail is not followed.</summary>
    private const int LongestTrail = 4;

    public async Task<ImmutableDictionary<ClaimNeed, ClaimSight>> Take(ImmutableArray<ClaimNeed> needs, CancellationToken cancel)
    {
        var outcomes = await claims.Take([.. needs.Select(need => need.Claim)], cancel);
        var sights = await Task.WhenAll(needs.Zip(outcomes, (need, outcome) => Settle(need, outcome.HeldBy, cancel)));
        return needs.Zip(sights).ToImmutableDictionary(seen => seen.First, seen => seen.Second);
    }

    private async Task<ClaimSight> Settle(ClaimNeed need, BookingAt? heldBy, CancellationToken cancel)
    {
        var (application, booking, instead) = need.Claim;
        if (heldBy is not { } holder)
        {
            return ClaimSight.Taken.Now;
        }

        try
        {
            var live = holder == need.From ? need.From : await LiveBooking(holder, cancel);
            if (live is null || live == need.From)
            {
                return await claims.Replace(application, holder, booking, cancel) ? ClaimSight.Taken.Now : ClaimSight.Unknown.Now;
            }

            if (live != holder)
            {
                await claims.Replace(application, holder, live.Value, cancel);
            }

            return live == instead ? ClaimSight.Taken.Now : new ClaimSight.StandsElsewhere(live.Value);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The day of the other booking does not answer just now: nothing is given out on a guess.
            return ClaimSight.Unknown.Now;
        }
    }

    /// <summary>The booking itself while it lives; after it, the one it was to move and did not.</summary>
    private async Task<BookingAt?> LiveBooking(BookingAt booking, CancellationToken cancel)
    {
        for (var step = 0; step < LongestTrail; step++)
        {
            switch (await look(booking, cancel))
            {
                case PickupAnswer.Booked:
                    return booking;
                case PickupAnswer.Refused { Why: PickupRefusal.NotFound, Other: { } back }:
                    booking = back;
                    break;
                case PickupAnswer.Refused { Why: PickupRefusal.NotFound }:
                    return null;
                case var other:
                    throw new InvalidOperationException($"A pickup day answered {nameof(GetBooking)} with {other.GetType().Name}");
            }
        }

        return null;
    }
}
