using Sigap.Applications;
using Sigap.Host.Storage;

namespace Sigap.Host.Applications;

public static class ApplicationsHosting
{
    /// <summary>Registers Sigap's own table as the source of applications. Needs the storage and the master key.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddApplications(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection(LookupOptions.Section).Get<LookupOptions>() ?? new LookupOptions();
        CannotStartException.ThrowIfAny(limits.Validate());

        return services
            .AddSingleton(limits)
            .AddSingleton<IApplicationStore, SqlApplicationStore>()
            .AddSingleton<EndangeredApplications>()
            .AddSingleton<IApplications, SqlApplications>();
    }
}
