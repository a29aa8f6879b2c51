namespace Sigap.Kernel;

/// <summary>From 20.00 to 07.00 local time nobody is reminded of anything or offered a place: the phone would wake them.</summary>
public static class QuietHours
{
    public static readonly TimeOnly From = new(20, 0);
    public static readonly TimeOnly To = new(7, 0);

    /// <param name="local">With the offset of the office.</param>
    public static bool Includes(DateTimeOffset local) => TimeOnly.FromDateTime(local.DateTime).IsBetween(From, To);

    /// <summary>The moment itself, or the end of the quiet hours it falls into.</summary>
    /// <param name="local">With the offset of the office.</param>
    public static DateTimeOffset After(DateTimeOffset local)
    {
        if (!Includes(local))
        {
            return local;
        }

        var morning = new DateTimeOffset(local.Date + To.ToTimeSpan(), local.Offset);
        return morning > local ? morning : morning.AddDays(1);
    }
}
