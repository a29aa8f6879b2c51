using System.Globalization;
using Sigap.Costs;
using Sigap.Host.Costs;

namespace Sigap.Host.Api.Offices;

/// <summary>What an office's messages of a month cost.</summary>
internal sealed class CostsEndpoint(CostTable table, PriceList prices, TimeProvider clock)
{
    private const string MonthFormat = "yyyy-MM";

    public async Task<IResult> Of(OfficeVisit visit, string? month, CancellationToken cancel)
    {
        if (MonthOf(month) is not { } first)
        {
            return OfficeProblems.Field("month", "not a month; write it as 2026-11, or leave it out for this month");
        }

        var name = first.ToString(MonthFormat, CultureInfo.InvariantCulture);
        var counted = await table.Of(visit.Office.BusinessNumber, name, cancel);
        return Results.Ok(CostsJson.From(name, prices, MonthlyCosts.Of(counted, prices, first)));
    }

    private DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(
        string.IsNullOrEmpty(text) ? prices.MonthOf(clock.GetUtcNow()) : text,
        MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : null;
}
