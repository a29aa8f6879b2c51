using System.ComponentModel;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>The free places of some days.</summary>
internal sealed record DaysJson(
    string Office,
    [property: Description("WIB, WITA or WIT: all dates and times are local ones.")] string Zone,
    IReadOnlyList<DayJson> Days)
{
    public static DaysJson From(Office office, IEnumerable<DayJson> days) => new(office.Id.Value, office.ZoneName, [.. days]);
}

internal sealed record DayJson(
    [property: Description("2026-11-24")] string Date,
    [property: Description("The office hands out no passports that day.")] bool Closed,
    [property: Description("Free places of the whole day.")] int Places,
    [property: Description("Applicants in the waitlist of a full day.")] int Waiting,
    IReadOnlyList<FreeSlotJson> Slots)
{
    public static DayJson From(PickupAnswer.Free free) => new(
        OfficeTimes.Text(free.Day.Date),
        free.IsClosed,
        free.Slots.Sum(slot => slot.Places),
        free.Waiting,
        [.. free.Slots.Select(slot => new FreeSlotJson(OfficeTimes.Text(slot.From), OfficeTimes.Text(slot.To), slot.Places))]);
}

/// <summary>A slot with free places; full ones are not listed.</summary>
internal sealed record FreeSlotJson(
    [property: Description("10:00")] string From,
    [property: Description("10:30")] string To,
    [property: Description("Free places in this slot, one for each passport.")] int Places);
