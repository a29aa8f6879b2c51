using Sigap.Host.Keys;
using Sigap.Host.Webhook;
using Sigap.Transport;

namespace Sigap.Host.Storage;

public static class StorageHosting
{
    /// <summary>Registers the database and what the webhook writes into it. Nothing is opened before <see cref="OpenStorage"/>.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = DatabaseOptions.From(configuration);
        CannotStartException.ThrowIfAny(options.Validate());

        return services
            .AddSingleton(options)
            .AddSingleton(provider => SigapDatabase.Open(options, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => provider.GetRequiredService<SigapDatabase>().Health)
            .AddSingleton<IQuarantine, SqlQuarantine>()
            .AddSingleton<SqlNoticeLog>()
            .AddSingleton<IDeliveryLog, SqlDeliveryLog>()
            .AddSingleton<IDeliveryStatuses, SqlDeliveryStatuses>();
    }

    /// <summary>
    /// Takes the database for this process, brings it up to date and checks that it belongs to this master key. Called
    /// once, before the actor system starts.
    /// </summary>
    /// <exception cref="CannotStartException">The message says what stands in the way and what to do.</exception>
    public static async Task<SigapDatabase> OpenStorage(this IServiceProvider services, CancellationToken cancel = default)
    {
        var database = services.GetRequiredService<SigapDatabase>();
        await MasterKeyCheck.Demand(database, services.GetRequiredService<MasterKey>(), cancel);
        return database;
    }
}
