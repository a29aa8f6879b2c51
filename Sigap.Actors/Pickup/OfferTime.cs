namespace Sigap.Pickup;

/// <summary>
/// How long a freed place is offered to one person: less as its slot comes near, so that the next still has a chance.
/// </summary>
internal static class OfferTime
{
    private const int ShareOfTimeLeft = 4;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(2);

    public static TimeSpan For(DaySurroundings around, TimeOnly slot)
    {
        var share = (around.Plan.At(slot) - around.Now) / ShareOfTimeLeft;
        var longest = around.Rules.OfferTime;
        return share >= longest ? longest : share <= Least ? Least : share;
    }
}
