using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// Commands that are decided together, and the claims taken for them so far. The moment stays the same for all rounds.
/// </summary>
/// <param name="Asked">Claims that are being taken, or are.</param>
internal sealed record DayBatch<TCaller>(
    ImmutableArray<(IPickupCommand Command, TCaller Caller)> Items,
    DaySurroundings Around,
    ClaimsSeen Seen,
    ImmutableHashSet<BookingCode> Asked)
{
    public static DayBatch<TCaller> Of(ImmutableArray<(IPickupCommand Command, TCaller Caller)> items, DaySurroundings around) =>
        new(items, around, ClaimsSeen.None, []);

    public DayDecision Decide(PickupDay day) => PickupDecider.Decide(day, [.. Items.Select(item => item.Command)], Around, Seen);

    public DayBatch<TCaller> Asking(ImmutableArray<ClaimNeed> needs) =>
        this with { Asked = Asked.Union(needs.Select(need => need.Claim.Booking.Code)) };

    public DayBatch<TCaller> Knowing(ImmutableDictionary<ClaimNeed, ClaimSight> sights) => this with { Seen = Seen.With(sights) };
}
