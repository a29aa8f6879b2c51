using Dapper;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Costs;

/// <summary>Reads what was counted.</summary>
internal sealed class CostTable(SigapDatabase database)
{
    public Task<IReadOnlyList<CountedMessages>> Of(BusinessNumberId business, string month, CancellationToken cancel) =>
        database.Read<IReadOnlyList<CountedMessages>>(
            connection =>
            [
                .. connection.Query<(string Category, string Type, long Billable, long Messages)>(
                        """
                        SELECT category, type, billable, messages FROM message_cost
                        WHERE business = @business AND month = @month ORDER BY category, type, billable
                        """,
                        new { business = business.Value, month })
                    .Select(row => new CountedMessages(row.Category, row.Type, row.Billable != 0, row.Messages)),
            ],
            cancel);
}

internal sealed record CountedMessages(string Category, string Type, bool Billable, long Messages);
