using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>The dates an office is closed by name: national holidays, joint leave, and its own closures.</summary>
internal static class ClosedDays
{
    /// <summary>Why the office is closed on a day; null on an ordinary day, weekends included.</summary>
    public static LocalizedText? Reason(ContentSet content, Office office, DateOnly date) =>
        office.Closures.TryGetValue(date, out var own) ? own
        : content.Holidays.TryGetValue(date, out var holiday) ? holiday.Name
        : null;

    /// <summary>The counter hours of a date by the office's plan, none when the office is closed that day.</summary>
    public static ImmutableArray<OpenHours> Hours(ContentSet content, Office office, DateOnly date) =>
        Reason(content, office, date) is null ? office.HoursOn(date) : [];

    /// <summary>The same for the collection counter.</summary>
    public static ImmutableArray<OpenHours> PickupHours(ContentSet content, Office office, DateOnly date) =>
        Reason(content, office, date) is null ? office.PickupHoursOn(date) : [];

    /// <summary>The named closed dates from a day on, leaving out those on which the office is closed anyway.</summary>
    public static IEnumerable<(DateOnly Date, LocalizedText Reason, bool Estimated)> From(
        ContentSet content, Office office, DateOnly first) =>
        content.Holidays.Keys.Concat(office.Closures.Keys)
            .Distinct()
            .Where(date => date >= first && !office.HoursOn(date).IsEmpty)
            .Order()
            .Select(date => (date, Reason(content, office, date)!, IsEstimated(content, office, date)));

    private static bool IsEstimated(ContentSet content, Office office, DateOnly date) =>
        !office.Closures.ContainsKey(date) && content.Holidays.TryGetValue(date, out var holiday) && holiday.Estimated;
}
