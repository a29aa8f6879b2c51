namespace Sigap.Reminders;

/// <summary>From 20.00 to 07.00 local time nobody is reminded of anything.</summary>
public static class QuietHours
{
    public static readonly TimeOnly From = new(20, 0);
    public static readonly TimeOnly To = new(7, 0);

    /// <summary>The moment itself, or the end of the quiet hours it falls into.</summary>
    /// <param name="local">With the offset of the office.</param>
    public static DateTimeOffset After(DateTimeOffset local)
    {
        var time = TimeOnly.FromDateTime(local.DateTime);
        var morning = new DateTimeOffset(local.Date + To.ToTimeSpan(), local.Offset);
        return time < To ? morning
            : time >= From ? morning.AddDays(1)
            : local;
    }
}
