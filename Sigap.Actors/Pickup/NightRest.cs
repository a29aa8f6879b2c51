namespace Sigap.Pickup;

/// <summary>At night nobody is offered a place: the phone would wake them, and the offer would lapse while they sleep.</summary>
internal static class NightRest
{
    private static readonly TimeOnly From = new(20, 0);
    private static readonly TimeOnly Until = new(7, 0);

    public static bool Includes(DateTimeOffset local) => TimeOnly.FromDateTime(local.DateTime).IsBetween(From, Until);

    /// <summary>When the night that includes this moment ends.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset local)
    {
        var morning = new DateTimeOffset(local.Date + Until.ToTimeSpan(), local.Offset);
        return morning > local ? morning : morning.AddDays(1);
    }
}
