using Sigap.Host.Storage;

namespace Sigap.Host.Cluster;

internal static class NodeHosting
{
    /// <summary>A stop's own work, apart from the time to leave.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(40);

    /// <summary>This node's settings, and how it comes and goes. Before the actors, so that it hears of a stop and they do not yet.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddNode(this IServiceCollection services, IConfiguration configuration)
    {
        var node = configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions();
        CannotStartException.ThrowIfAny([.. node.Problems(DatabaseOptions.From(configuration).Provider)]);

        return services
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop + node.TimeToLeave)
            .AddSingleton(node)
            .AddSingleton<Departures>()
            .AddSingleton<ConversationAsk>()
            .AddSingleton<Leaving>()
            .AddHostedService(provider => provider.GetRequiredService<Leaving>());
    }

    /// <summary>After the actors: a node that is not alone joins the others then.</summary>
    public static IServiceCollection AddJoining(this IServiceCollection services) => services
        .AddSingleton<IClusterSign, PostgresClusterSign>()
        .AddHostedService<Joining>();
}
