using Sigap.Content;

namespace Sigap.Host.Costs;

/// <summary>Checks the prices together with the content.</summary>
internal sealed class PricesCheck(TimeProvider clock) : IConfigCheck
{
    public IEnumerable<Finding> Check(string folder, ContentSet content) =>
        Prices.Load(folder, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Findings;
}
