namespace Sigap.Content;

/// <summary>Counting in working days: weekends, national holidays, joint leave and the office's own closures do not count.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(ContentSet content, Office office, DateOnly date) => throw new NotSupportedException();

    /// <summary>The working day that lies <paramref name="count"/> working days after <paramref name="start"/> (start itself not counted).</summary>
    public static DateOnly Add(ContentSet content, Office office, DateOnly start, int count) => throw new NotSupportedException();
}
