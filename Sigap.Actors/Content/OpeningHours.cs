using System.Diagnostics;

namespace Sigap.Content;

/// <summary>When an office's counters are open.</summary>
public static class OpeningHours
{
    private const int LongestClosureDays = 400;

    public static bool IsOpen(ContentSet content, Office office, DateTimeOffset at)
    {
        var local = office.Local(at);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);

        return ClosedDays.Hours(content, office, office.LocalDate(at)).Any(hours => hours.From <= time && time < hours.To);
    }

    /// <summary>The next moment the counters open, in local time; <paramref name="at"/> itself when they are open.</summary>
    public static DateTimeOffset NextOpening(ContentSet content, Office office, DateTimeOffset at)
    {
        var local = office.Local(at);

        if (IsOpen(content, office, at))
        {
            return local;
        }

        var today = office.LocalDate(at);

        for (var days = 0; days <= LongestClosureDays; days++)
        {
            foreach (var hours in ClosedDays.Hours(content, office, today.AddDays(days)))
            {
                var opens = new DateTimeOffset(today.AddDays(days).ToDateTime(hours.From), office.UtcOffset);

                if (opens >= local)
                {
                    return opens;
                }
            }
        }

        throw new UnreachableException($"Office {office.Id} has no opening hours; the content check demands some");
    }
}
