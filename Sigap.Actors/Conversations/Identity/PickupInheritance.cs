using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>What two conversations of one person remember of collecting passports, together.</summary>
internal static class PickupInheritance
{
    public static PickupFile Both(PickupFile one, PickupFile other) => new()
    {
        Proven =
        [
            .. one.Proven.Concat(other.Proven).GroupBy(proven => proven.Number)
                .Select(same => same.MaxBy(proven => proven.At)!).OrderBy(proven => proven.At),
        ],
        Bookings =
        [
            .. one.Bookings.Concat(other.Bookings).DistinctBy(booking => booking.At)
                .OrderBy(booking => booking.At.Day.Date)
                .ThenBy(booking => booking.Seats.Length > 0 ? booking.Seats[0].Slot : default)
                .ThenBy(booking => booking.At.Code.Value, StringComparer.Ordinal),
        ],
        Waits = [.. one.Waits.Union(other.Waits)],
        Tickets = [.. one.Tickets.Concat(other.Tickets).DistinctBy(ticket => (ticket.Day, ticket.Number))],
        NoShows = [.. one.NoShows.Concat(other.NoShows).Order().TakeLast(PickupMemory.NoShowsKept)],
        WrongDoorCodes = [.. one.WrongDoorCodes.Concat(other.WrongDoorCodes).Order().TakeLast(PickupMemory.WrongCodesKept)],
        Unrated = one.Unrated ?? other.Unrated,
        RemindersStopped = one.RemindersStopped || other.RemindersStopped,
    };

    /// <summary>The days that know this file's conversation by name.</summary>
    public static IEnumerable<PickupDayId> DaysOf(PickupFile file) =>
        file.Bookings.Select(booking => booking.At.Day).Concat(file.Waits).Concat(file.Tickets.Select(ticket => ticket.Day));
}
