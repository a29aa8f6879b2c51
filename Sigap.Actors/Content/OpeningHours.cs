namespace Sigap.Content;

/// <summary>When an office's counters are open.</summary>
public static class OpeningHours
{
    public static bool IsOpen(ContentSet content, Office office, DateTimeOffset at) => throw new NotSupportedException();

    /// <summary>The next moment the counters open, in local time; <paramref name="at"/> itself when they are open.</summary>
    public static DateTimeOffset NextOpening(ContentSet content, Office office, DateTimeOffset at) => throw new NotSupportedException();
}
