using Sigap.Costs;

namespace Sigap.Tests.Costs;

internal static class SomePrices
{
    public static readonly PriceList List = new(
        "USD",
        1000,
        80,
        TimeSpan.FromHours(7),
        [
            new MessagePrice("service", 0.02m, new DateOnly(2026, 10, 1)),
            new MessagePrice("utility", 0.03m, new DateOnly(2026, 1, 1)),
            new MessagePrice("utility", 0.04m, new DateOnly(2027, 1, 1)),
        ]);
}
