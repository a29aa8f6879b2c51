namespace Sigap.Conversations;

/// <summary>
/// A reply that may have left already: before it is sent again its statuses are looked up, soon at first, then after ever
/// longer pauses until the wait is over.
/// </summary>
/// <param name="Waited">Since the send ended, at the next look.</param>
/// <param name="IsLast">It was sent as often as allowed: without a status it is given up.</param>
/// <param name="IsTold">The transport said that the outcome is unknown; otherwise not even that it left is known.</param>
internal sealed record Doubt(TimeSpan Waited, TimeSpan Limit, bool IsLast, bool IsTold)
{
    /// <summary>With each pause as long as all before it, a wait has four looks.</summary>
    private const int FirstPart = 8;

    /// <summary>When the transport fell silent: one look, because a status would have come long ago.</summary>
    public static readonly Doubt Silent = new(TimeSpan.Zero, TimeSpan.Zero, IsLast: false, IsTold: false);

    public bool IsOver => Waited >= Limit;

    public static Doubt Told(TimeSpan limit, bool isLast) => new(limit / FirstPart, limit, isLast, IsTold: true);

    /// <summary>What an earlier incarnation may have sent: the first look at once, for the status may be there since.</summary>
    /// <param name="left">Of the wait; below zero when it is over.</param>
    public static Doubt Inherited(TimeSpan left) =>
        new(TimeSpan.Zero, left > TimeSpan.Zero ? left : TimeSpan.Zero, IsLast: false, IsTold: false);

    /// <summary>At the next look as much again has been waited.</summary>
    public Doubt Longer()
    {
        var waited = Waited > TimeSpan.Zero ? Waited + Waited : Limit / FirstPart;
        return this with { Waited = waited < Limit ? waited : Limit };
    }
}
