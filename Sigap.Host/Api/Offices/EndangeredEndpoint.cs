using System.Globalization;
using Sigap.Content;
using Sigap.Host.Applications;

namespace Sigap.Host.Api.Offices;

/// <summary>An office's list of passports whose time to be collected runs out.</summary>
internal sealed class EndangeredEndpoint(EndangeredApplications applications, IContentSource content)
{
    public const int UsualDays = 21;
    public const int MostDays = 365;
    public const int MostAtOnce = 1_000;

    public async Task<IResult> List(OfficeVisit visit, string? waiting, CancellationToken cancel)
    {
        if (Count(waiting) is not { } days)
        {
            return OfficeProblems.Field("waiting", $"not a number from 0 to {MostDays}; leave it out for {UsualDays}");
        }

        var today = visit.Today.Date;
        var found = await applications.Find(visit.Office.Id, today.AddDays(-days), MostAtOnce, cancel);
        return Results.Ok(new EndangeredJson(
            OfficeTimes.Text(today),
            [.. found.Select(application => EndangeredPassport.From(application, today, content.Current.Fact("collection-days")))]));
    }

    private static int? Count(string? days) =>
        string.IsNullOrEmpty(days) ? UsualDays
        : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostDays ? count
        : null;
}
