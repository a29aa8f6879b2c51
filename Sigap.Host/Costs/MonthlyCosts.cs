using System.Collections.Immutable;
using Sigap.Costs;

namespace Sigap.Host.Costs;

/// <summary>What a business number's messages of a month cost, by our own count: an estimate, the bill is Meta's.</summary>
internal sealed record MonthlyCosts(ImmutableArray<CategoryCost> Categories, long FreeUsed, long FreeLimit)
{
    /// <summary>Null where a price is missing.</summary>
    public decimal? Total => Categories.All(category => category.Cost is not null) ? Categories.Sum(category => category.Cost) : null;

    /// <summary>In percent; 100 when there are none.</summary>
    public int FreeShare => FreeLimit == 0 ? 100 : (int)Math.Min(int.MaxValue, FreeUsed * 100 / FreeLimit);

    public static MonthlyCosts Of(IReadOnlyList<CountedMessages> counted, PriceList prices, DateOnly month)
    {
        var service = Sum(counted.Where(row => row.Category == PriceList.Service && !IsEntryPoint(row)));
        return new MonthlyCosts(
            [.. counted.GroupBy(row => row.Category).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
                Category(group.Key, [.. group], service, prices, month))],
            service,
            prices.FreeServiceMessages);
    }

    /// <summary>
    /// Whether WhatsApp calls messages within the free ones billable is not known; either way those beyond them are what counts.
    /// </summary>
    private static CategoryCost Category(
        string category, IReadOnlyList<CountedMessages> rows, long service, PriceList prices, DateOnly month)
    {
        var billable = Sum(rows.Where(row => row.Billable));
        var charged = category == PriceList.Service ? Math.Min(billable, Math.Max(0, service - prices.FreeServiceMessages)) : billable;
        var price = prices.PriceOf(category, month);
        return new CategoryCost(category, Sum(rows), billable, charged, charged == 0 ? 0 : price * charged);
    }

    /// <summary>Answers to an advertisement are free beside the quota.</summary>
    private static bool IsEntryPoint(CountedMessages row) => row.Type == "free_entry_point";

    private static long Sum(IEnumerable<CountedMessages> rows) => rows.Sum(row => row.Messages);
}

/// <param name="Billable">So many WhatsApp called billable.</param>
/// <param name="Charged">So many are left after the free ones.</param>
/// <param name="Cost">Null when the price is not known.</param>
internal sealed record CategoryCost(string Category, long Messages, long Billable, long Charged, decimal? Cost);
