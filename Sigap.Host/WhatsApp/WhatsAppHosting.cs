using Microsoft.Extensions.DependencyInjection.Extensions;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>Puts the way to WhatsApp together.</summary>
public static class WhatsAppHosting
{
    /// <summary>
    /// Binds the section <c>WhatsApp</c>. Checking it is the host's first step: <see cref="WhatsAppOptions.Validate"/>.
    /// </summary>
    public static IServiceCollection AddWhatsAppOptions(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.Configure<WhatsAppOptions>(configuration.GetSection(WhatsAppOptions.Section));
    }

    public static IServiceCollection AddWhatsAppGateway(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GatewayMetrics>();
        services.TryAddSingleton<IWhatsAppGateway, GraphGateway>();
        return services;
    }

    /// <summary>Judges sends by the table that <see cref="GraphErrors.Load"/> read.</summary>
    public static IServiceCollection AddSendPolicy(this IServiceCollection services, GraphErrorTable table)
    {
        services.TryAddSingleton<ISendPolicy>(new TableSendPolicy(table, Random.Shared.NextDouble));
        return services;
    }
}
