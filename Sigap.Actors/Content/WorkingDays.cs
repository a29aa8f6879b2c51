namespace Sigap.Content;

/// <summary>Counting in working days: weekends, national holidays, joint leave and the office's own closures do not count.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(ContentSet content, Office office, DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && ClosedDays.Reason(content, office, date) is null;

    /// <summary>The working day that lies <paramref name="count"/> working days after <paramref name="start"/> (start itself not counted).</summary>
    public static DateOnly Add(ContentSet content, Office office, DateOnly start, int count)
    {
        var date = start;

        while (count > 0)
        {
            date = date.AddDays(1);

            if (IsWorkingDay(content, office, date))
            {
                count--;
            }
        }

        return date;
    }
}
