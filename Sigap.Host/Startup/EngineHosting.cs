using Sigap.Applications;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Host.Keys;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Host.Startup;

/// <summary>What conversations and transports need, with their settings checked.</summary>
internal static class EngineHosting
{
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        var conversations = configuration.GetSection("Conversations").Get<ConversationSettings>() ?? new ConversationSettings();
        var transport = configuration.GetSection("Transport").Get<TransportSettings>() ?? new TransportSettings();
        CannotStartException.ThrowIfAny([.. conversations.Problems(), .. transport.Problems()]);

        return services
            .AddSingleton(new RepliesUnderWay())
            .AddSingleton(provider => new ConversationNames(provider.GetRequiredService<MasterKey>().ToArray()))
            .AddSingleton<IDoorCodes>(provider => new DoorCodes(provider.GetRequiredService<MasterKey>().ToArray()))
            .AddSingleton(provider => new ConversationParts(
                provider.GetRequiredService<IContentSource>(),
                provider.GetRequiredService<IUnderstanding>(),
                provider.GetRequiredService<IApplications>(),
                conversations,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<RepliesUnderWay>(),
                provider.GetRequiredService<IPickupDesk>(),
                provider.GetRequiredService<IDoorCodes>()))
            .AddSingleton(provider => new SendingParts(
                provider.GetRequiredService<IDeliveryStatuses>(), provider.GetRequiredService<ISendPolicy>()))
            .AddSingleton<TemplateStates>()
            .AddSingleton(provider => new TransportParts(
                provider.GetRequiredService<IWhatsAppGateway>(),
                provider.GetRequiredService<ISendPolicy>(),
                transport,
                provider.GetRequiredService<TimeProvider>())
            {
                UnderWay = provider.GetRequiredService<RepliesUnderWay>(),
                Templates = provider.GetRequiredService<TemplateStates>(),
            });
    }
}
