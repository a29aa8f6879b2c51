using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sigap.Host.Storage;

namespace Sigap.Host.Health;

/// <summary><c>/health/live</c>: the process works. <c>/health/ready</c>: it can take messages.</summary>
internal static class HealthHosting
{
    private const string Ready = "readiness";
    private const string Live = "liveness";

    public static IServiceCollection AddSigapHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]);
        return services;
    }

    public static IEndpointRouteBuilder MapSigapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", Only(Live));
        routes.MapHealthChecks("/health/ready", Only(Ready));
        return routes;
    }

    private static HealthCheckOptions Only(string tag) => new() { Predicate = check => check.Tags.Contains(tag) };

    private sealed class DatabaseCheck(IStorageHealth storage, SigapDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!storage.CanWrite)
            {
                return HealthCheckResult.Unhealthy("The disk is nearly full.");
            }

            try
            {
                await database.Read(connection => connection.ExecuteScalar<int>("SELECT 1"), cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (DbException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }
}
