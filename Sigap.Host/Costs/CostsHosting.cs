using Sigap.Costs;
using Sigap.Host.Content;
using Sigap.Host.Storage;

namespace Sigap.Host.Costs;

internal static class CostsHosting
{
    /// <summary>Counts what messages cost. The prices were checked together with the content.</summary>
    public static IServiceCollection AddCosts(this IServiceCollection services) => services
        .AddSingleton(provider => InForce(provider.GetRequiredService<ContentStore>().Folder, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<CostBook>()
        .AddSingleton<CostTable>()
        .AddHostedService<FreeQuotaWatch>();

    private static PriceList InForce(string folder, TimeProvider clock)
    {
        var load = Prices.Load(folder, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return load.Prices ?? throw new CannotStartException(
            string.Join(Environment.NewLine, load.Findings.Where(finding => finding.IsError)));
    }
}
