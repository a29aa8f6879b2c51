using System.Globalization;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>The few slots that everybody of an office wants: the first ones of an open day, far enough away that nobody is reminded of it yet.</summary>
internal static class WantedSlots
{
    private const int SlotsOfTheDay = 3;
    private const int DaysAhead = 4;

    private static readonly string[] Months =
    [
        "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
    ];

    /// <exception cref="BenchProblem">The office has no open day within its horizon.</exception>
    public static IReadOnlyList<WantedSlot> Of(ContentSet content, Office office, DateOnly today)
    {
        var last = today.AddDays(office.Pickup.HorizonDays);
        foreach (var date in PickupCalendar.OpenDays(content, office, today.AddDays(DaysAhead), last))
        {
            var day = string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]}");
            return [.. PickupCalendar.Plan(content, office, date).Slots.Take(SlotsOfTheDay).Select(slot => new WantedSlot(day, Words(slot.From)))];
        }

        throw new BenchProblem($"Office {office.Id} has no open day from {DaysAhead} days ahead to the end of its horizon; widen pickup: horizon_days.");
    }

    private static string Words(TimeOnly time) => time.ToString("'jam' HH.mm", CultureInfo.InvariantCulture);
}
