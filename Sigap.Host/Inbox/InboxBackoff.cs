namespace Sigap.Host.Inbox;

/// <summary>
/// The rest between two deliveries of the same message: short at first, because a conversation mostly comes back on another
/// node within seconds; a minute at most.
/// </summary>
internal static class InboxBackoff
{
    private const double Growth = 1.5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="attempts">Deliveries begun so far.</param>
    public static TimeSpan After(long attempts)
    {
        var grown = First.TotalSeconds * Math.Pow(Growth, attempts - 1);
        return grown < Longest.TotalSeconds ? TimeSpan.FromSeconds(grown) : Longest;
    }
}
