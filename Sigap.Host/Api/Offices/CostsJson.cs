using System.ComponentModel;
using System.Text.Json.Serialization;
using Sigap.Costs;
using Sigap.Host.Costs;

namespace Sigap.Host.Api.Offices;

/// <summary>The costs of a month as they stand in JSON.</summary>
internal sealed record CostsJson(
    [property: JsonPropertyName("month")]
    [property: Description("By the calendar of WhatsApp's bill: utc-offset in config/prices.yaml, not the office's zone.")]
    string Month,
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("estimated_cost")]
    [property: Description("By our own count and config/prices.yaml; the bill is Meta's. Null when a price is missing there.")]
    decimal? EstimatedCost,
    [property: JsonPropertyName("categories")] IReadOnlyList<CategoryCostJson> Categories,
    [property: JsonPropertyName("free_service_messages")] FreeMessagesJson Free)
{
    public static CostsJson From(string month, PriceList prices, MonthlyCosts costs) => new(
        month,
        prices.Currency,
        costs.Total,
        [.. costs.Categories.Select(each =>
            new CategoryCostJson(each.Category, each.Messages, each.Billable, each.Charged, each.Cost))],
        new FreeMessagesJson(costs.FreeUsed, costs.FreeLimit, costs.FreeShare));
}

internal sealed record CategoryCostJson(
    [property: JsonPropertyName("category")]
    [property: Description("WhatsApp's word: service, utility, authentication, marketing and others.")]
    string Category,
    [property: JsonPropertyName("delivered")] long Delivered,
    [property: JsonPropertyName("billable")]
    [property: Description("Of those delivered, so many WhatsApp called billable.")]
    long Billable,
    [property: JsonPropertyName("charged")]
    [property: Description("Of those billable, so many are left after the free ones of the month.")]
    long Charged,
    [property: JsonPropertyName("estimated_cost")] decimal? EstimatedCost);

internal sealed record FreeMessagesJson(
    [property: JsonPropertyName("used")] long Used,
    [property: JsonPropertyName("limit")] long Limit,
    [property: JsonPropertyName("percent")] int Percent);
