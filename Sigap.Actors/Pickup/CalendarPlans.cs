using Sigap.Content;

namespace Sigap.Pickup;

/// <summary>Plans by the office's file as it is in force now.</summary>
public sealed class CalendarPlans(IContentSource source) : IDayPlans
{
    public DaySurroundings? Around(PickupDayId day, DateTimeOffset now)
    {
        var content = source.Current;
        return content.Offices.GetValueOrDefault(day.Office) is { } office
            ? new DaySurroundings(PickupCalendar.Plan(content, office, day.Date), office.Pickup, now)
            : null;
    }
}
