using System.Data;
using System.Data.Common;
using Sigap.Costs;
using Sigap.Host.Storage;
using Sigap.Transport;

namespace Sigap.Host.Costs;

/// <summary>
/// Counts delivered messages as WhatsApp prices them, each once, in the transaction that records their statuses. WhatsApp bills
/// what was delivered: the price that came with <c>sent</c> is not counted.
/// </summary>
internal sealed class CostBook(PriceList prices)
{
    private const string Mark =
        "UPDATE message_status SET cost_month = @month WHERE message_fingerprint = @fingerprint AND cost_month IS NULL";

    private const string Add = """
        INSERT INTO message_cost (business, month, category, type, billable, messages)
        VALUES (@business, @month, @category, @type, @billable, @messages)
        ON CONFLICT (business, month, category, type, billable) DO UPDATE SET messages = message_cost.messages + excluded.messages
        """;

    private static readonly ManyRows.Column<KeyValuePair<CostKey, int>>[] AddColumns =
    [
        new("@business", DbType.String, row => row.Key.Business),
        new("@month", DbType.String, row => row.Key.Month),
        new("@category", DbType.String, row => row.Key.Category),
        new("@type", DbType.String, row => row.Key.Type),
        new("@billable", DbType.Int64, row => row.Key.Billable ? 1L : 0L),
        new("@messages", DbType.Int64, row => (long)row.Value),
    ];

    /// <param name="statuses">Recorded in this transaction, in the order all nodes share.</param>
    public void Count(DbConnection connection, DbTransaction transaction, IReadOnlyList<DeliveryStatus> statuses)
    {
        var priced = statuses.Where(IsBilled).ToList();
        if (priced.Count == 0)
        {
            return;
        }

        var marked = ManyRows.Execute(
            connection,
            transaction,
            Mark,
            [
                new("@month", DbType.String, status => prices.MonthOf(status.At)),
                new("@fingerprint", DbType.Int64, status => unchecked((long)status.Id.Fingerprint)),
            ],
            priced);
        var added = priced.Where((_, place) => marked[place] > 0)
            .CountBy(status => KeyOf(status, status.Pricing!))
            .OrderBy(row => row.Key.ToString(), StringComparer.Ordinal)
            .ToList();
        if (added.Count > 0)
        {
            ManyRows.Execute(connection, transaction, Add, AddColumns, added);
        }
    }

    private static bool IsBilled(DeliveryStatus status) =>
        status is { Stage: DeliveryStage.Delivered or DeliveryStage.Read or DeliveryStage.Played, Pricing.Model: MessagePricing.PerMessage };

    private CostKey KeyOf(DeliveryStatus status, MessagePricing pricing) => new(
        status.Business.Value,
        prices.MonthOf(status.At),
        StorableText.Of(pricing.Category),
        StorableText.Of(pricing.Type),
        pricing.Billable);

    private sealed record CostKey(string Business, string Month, string Category, string Type, bool Billable);
}
