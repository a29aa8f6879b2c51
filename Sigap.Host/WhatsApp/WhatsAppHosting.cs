using Microsoft.Extensions.DependencyInjection.Extensions;
using Sigap.Host.Content;
using Sigap.Host.Storage;
using Sigap.Host.Webhook;
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

    /// <summary>What the transports are told of this node. After the actors, which it needs.</summary>
    public static IServiceCollection AddTransportNews(this IServiceCollection services) => services
        .AddSingleton<TransportNews>()
        .AddSingleton<IInboundCount>(provider => provider.GetRequiredService<TransportNews>())
        .AddHostedService(provider => provider.GetRequiredService<TransportNews>());

    /// <summary>Judges sends by the table of errors in the config folder, which <see cref="GraphErrorsCheck"/> has checked.</summary>
    public static IServiceCollection AddSendPolicy(this IServiceCollection services)
    {
        services.TryAddSingleton<ISendPolicy>(provider =>
        {
            var load = GraphErrors.Load(provider.GetRequiredService<ContentStore>().Folder);
            return new TableSendPolicy(
                load.Table ?? throw new CannotStartException(string.Join(Environment.NewLine, load.Findings)),
                Random.Shared.NextDouble);
        });
        return services;
    }
}
