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
        if (limits.Validate() is { Count: > 0 } problems)
        {
            throw new CannotStartException(string.Join(Environment.NewLine, problems));
        }

        return services
            .AddSingleton(limits)
            .AddSingleton<IApplicationStore, SqlApplicationStore>()
            .AddSingleton<IApplications, SqlApplications>();
    }
}
