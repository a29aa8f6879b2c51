using Sigap.Host.Cluster;
using Sigap.Host.Storage;
using Sigap.Host.Webhook;

namespace Sigap.Host.Inbox;

internal static class InboxHosting
{
    /// <summary>After the actors, so that at a stop the pump ends before them.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(InboxOptions.Section).Get<InboxOptions>() ?? new InboxOptions();
        CannotStartException.ThrowIfAny([.. options.Problems()]);

        return services
            .AddSingleton(options)
            .AddSingleton<InboxTable>()
            .AddSingleton<InboxLines>()
            .AddSingleton(provider => InboxPace.For(provider.GetRequiredService<NodeOptions>()))
            .AddSingleton<InboxSight>()
            .AddSingleton<InboxNudge>()
            .AddSingleton<InboxMetrics>()
            .AddSingleton<IHearing, RegionHearing>()
            .AddSingleton<IConversationIntake, InboxIntake>()
            .AddHostedService<InboxPump>()
            .AddHostedService<InboxWatch>();
    }
}
