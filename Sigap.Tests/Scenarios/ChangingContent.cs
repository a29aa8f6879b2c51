using Sigap.Content;

namespace Sigap.Tests.Scenarios;

/// <summary>Content that a transcript changes: an office closes on a day nobody expected.</summary>
internal sealed class ChangingContent(ContentSet content) : IContentSource
{
    public ContentSet Current { get; private set; } = content;

    public void Close(Office office, DateOnly date)
    {
        var closed = Current.Offices[office.Id] with
        {
            Closures = Current.Offices[office.Id].Closures.SetItem(date, new LocalizedText("Kantor ditutup", "The office is closed")),
        };
        Current = Current with { Offices = Current.Offices.SetItem(office.Id, closed) };
    }

    /// <summary>The collection counter opens later than usual on that weekday.</summary>
    public void OpenFrom(Office office, DateOnly date, TimeOnly from)
    {
        var usual = Current.Offices[office.Id];
        var hours = usual.PickupHours[date.DayOfWeek]
            .Where(stretch => stretch.To > from)
            .Select(stretch => stretch.From < from ? stretch with { From = from } : stretch);
        Current = Current with
        {
            Offices = Current.Offices.SetItem(office.Id, usual with { PickupHours = usual.PickupHours.SetItem(date.DayOfWeek, [.. hours]) }),
        };
    }
}
