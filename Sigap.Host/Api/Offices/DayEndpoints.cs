using System.Globalization;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>What can be booked, and the code of the door.</summary>
internal sealed class DayEndpoints(OfficeDesk desk, IDoorCodes codes)
{
    public const int MostDays = 31;
    private const int UsualDays = 14;

    public async Task<IResult> Free(OfficeVisit visit, string? from, string? days, CancellationToken cancel)
    {
        if (visit.Day(from) is not { } first)
        {
            return OfficeProblems.Field("from", "not a date; write it as 2026-11-24, or leave it out for today");
        }

        if (Count(days) is not { } count)
        {
            return OfficeProblems.Field("days", $"not a number from 1 to {MostDays}; leave it out for {UsualDays}");
        }

        var last = Math.Min(first.Date.DayNumber + count - 1, DateOnly.MaxValue.DayNumber);
        var answers = await Task.WhenAll(Enumerable.Range(first.Date.DayNumber, last - first.Date.DayNumber + 1)
            .Select(day => first with { Date = DateOnly.FromDayNumber(day) })
            .Select(day => desk.Hear(new GetFree(day, Places: 1, Priority: false), cancel)));

        return answers.OfType<PickupAnswer.Refused>().FirstOrDefault() is { } refused
            ? Refusal.Problem(refused)
            : Results.Ok(DaysJson.From(visit.Office, answers.OfType<PickupAnswer.Free>().Select(DayJson.From)));
    }

    public IResult DoorCode(OfficeVisit visit) =>
        Results.Ok(new DoorCodeJson(OfficeTimes.Text(visit.Today.Date), codes.For(visit.Today)));

    private static int? Count(string? days) =>
        string.IsNullOrEmpty(days) ? UsualDays
        : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostDays ? count
        : null;
}
