using System.Collections.Immutable;
using System.Globalization;

namespace Sigap.Costs;

/// <summary>What WhatsApp's messages cost, as <c>config/prices.yaml</c> says it.</summary>
/// <param name="WarnAt">In percent of the free messages.</param>
/// <param name="UtcOffset">Of the calendar by which Meta bills.</param>
public sealed record PriceList(
    string Currency, long FreeServiceMessages, int WarnAt, TimeSpan UtcOffset, ImmutableArray<MessagePrice> Prices)
{
    public const string Service = "service";

    /// <summary>The month of the bill, yyyy-MM.</summary>
    public string MonthOf(DateTimeOffset at) => at.ToOffset(UtcOffset).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The price in force on the first day of a month; null where none is known.</summary>
    public decimal? PriceOf(string category, DateOnly month) => Prices
        .Where(price => price.Category == category && price.EffectiveFrom <= month)
        .MaxBy(price => price.EffectiveFrom)?.Price;
}

public sealed record MessagePrice(string Category, decimal Price, DateOnly EffectiveFrom);
