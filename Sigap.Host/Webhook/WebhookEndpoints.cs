using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sigap.Host.Webhook;

/// <summary>Where WhatsApp reaches us: <c>GET</c> and <c>POST /webhook</c>.</summary>
public static class WebhookEndpoints
{
    public const string Path = "/webhook";

    /// <summary>
    /// Needs an <see cref="IConversationIntake"/>, an <see cref="IDeliveryLog"/>, an <see cref="IQuarantine"/> and an
    /// <see cref="INoticeLog"/>; our numbers are those of the offices unless an <see cref="IKnownNumbers"/> is registered.
    /// </summary>
    public static IServiceCollection AddWebhook(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IKnownNumbers, OfficeNumbers>();
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookGate>();
        services.AddSingleton<WebhookDispatch>();
        services.AddSingleton<WebhookWriter>();
        services.AddSingleton<WebhookReceiver>();
        return services;
    }

    public static IEndpointRouteBuilder MapWebhook(this IEndpointRouteBuilder routes)
    {
        var receiver = routes.ServiceProvider.GetRequiredService<WebhookReceiver>();
        routes.MapGet(Path, WebhookVerification.Answer).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(Path, receiver.Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        return routes;
    }
}
