using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>The claims that were tried for the commands being decided, and what came of each.</summary>
public sealed record ClaimsSeen(ImmutableDictionary<ClaimNeed, ClaimSight> Sights)
{
    public static readonly ClaimsSeen None = new(ImmutableDictionary<ClaimNeed, ClaimSight>.Empty);

    public ClaimsSeen With(IEnumerable<KeyValuePair<ClaimNeed, ClaimSight>> more) => new(Sights.SetItems(more));

    /// <summary>Claims that were taken for bookings that did not come about: they are to be released.</summary>
    public IEnumerable<ClaimNeed> InVain(PickupDay day) => Sights
        .Where(seen => seen.Value is ClaimSight.Taken && !day.Bookings.ContainsKey(seen.Key.Claim.Booking.Code))
        .Select(seen => seen.Key);
}

/// <summary>
/// Asks for the claims of one decision. A command whose claims are not known yet is decided as if it had them, so that one round
/// asks for everything; nothing of such a decision is written.
/// </summary>
internal sealed class ClaimRound(ClaimsSeen seen)
{
    private readonly ImmutableArray<ClaimNeed>.Builder _needs = ImmutableArray.CreateBuilder<ClaimNeed>();

    public ImmutableArray<ClaimNeed> Needs => _needs.ToImmutable();

    /// <summary>Null when nothing stands in the way.</summary>
    public PickupAnswer? Refuses(IEnumerable<ClaimNeed> needs)
    {
        PickupAnswer? refusal = null;
        foreach (var need in needs)
        {
            switch (seen.Sights.GetValueOrDefault(need))
            {
                case null:
                    _needs.Add(need);
                    break;
                case ClaimSight.StandsElsewhere(var other):
                    return new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, other);
                case ClaimSight.Unknown:
                    refusal = new PickupAnswer.Refused(PickupRefusal.NotAvailable);
                    break;
            }
        }

        return refusal;
    }
}
