using Sigap.Host.Storage;
using Sigap.Pickup;

namespace Sigap.Host.Pickup;

internal static class PickupDeskHosting
{
    /// <summary>The way to the pickup days, what they need, and what keeps them awake.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddPickupDesk(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Pickup").Get<PickupSettings>() ?? new PickupSettings();
        CannotStartException.ThrowIfAny([.. settings.Problems()]);

        return services
            .AddSingleton(settings)
            .AddSingleton<IDayPlans, CalendarPlans>()
            .AddSingleton<IPickupClaims, SqlPickupClaims>()
            .AddSingleton<PickupParts>()
            .AddSingleton<PickupTables>()
            .AddSingleton<IPickupDesk, RegionPickupDesk>()
            .AddHostedService<PickupWakes>();
    }
}
