using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>Claims of one process, in memory: for conversations in the terminal, which end with it.</summary>
public sealed class MemoryPickupClaims : IPickupClaims
{
    private readonly Lock _turn = new();
    private readonly Dictionary<ApplicationNumber, BookingAt> _claims = [];

    public Task<ImmutableArray<ClaimOutcome>> Take(ImmutableArray<Claim> claims, CancellationToken cancel)
    {
        lock (_turn)
        {
            return Task.FromResult(claims.Select(Take).ToImmutableArray());
        }
    }

    public Task<bool> Replace(ApplicationNumber application, BookingAt from, BookingAt to, CancellationToken cancel)
    {
        lock (_turn)
        {
            if (!_claims.TryGetValue(application, out var holder) || holder != from)
            {
                return Task.FromResult(false);
            }

            _claims[application] = to;
            return Task.FromResult(true);
        }
    }

    public Task Release(BookingCode code, ImmutableArray<ApplicationNumber> applications, CancellationToken cancel)
    {
        lock (_turn)
        {
            foreach (var application in applications)
            {
                if (_claims.TryGetValue(application, out var holder) && holder.Code == code)
                {
                    _claims.Remove(application);
                }
            }
        }

        return Task.CompletedTask;
    }

    private ClaimOutcome Take(Claim claim)
    {
        var isFree = _claims.TryAdd(claim.Application, claim.Booking);
        var holder = _claims[claim.Application];
        return new ClaimOutcome(claim, isFree || holder == claim.Booking || holder == claim.Instead ? null : holder);
    }
}
