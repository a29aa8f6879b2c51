using System.Data.Common;
using Akka.Actor;
using Akka.Cluster;
using Dapper;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sigap.Host.Cluster;
using Sigap.Host.Storage;

namespace Sigap.Host.Health;

/// <summary><c>/health/live</c>: the process works. <c>/health/ready</c>: it can take messages.</summary>
internal static class HealthHosting
{
    public const string Live = "liveness";
    private const string Ready = "readiness";

    public static IServiceCollection AddSigapHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<NodeCheck>("node", tags: [Ready])
            .AddCheck<DatabaseCheck>("database", tags: [Ready]);
        return services;
    }

    public static IEndpointRouteBuilder MapSigapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", Only(Live));
        routes.MapHealthChecks("/health/ready", Only(Ready));
        return routes;
    }

    private static HealthCheckOptions Only(string tag) => new() { Predicate = check => check.Tags.Contains(tag) };

    private sealed class NodeCheck(Leaving leaving, ActorSystem system) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                leaving.HasBegun ? HealthCheckResult.Unhealthy("This node is about to stop.")
                : Akka.Cluster.Cluster.Get(system).SelfMember.Status != MemberStatus.Up ? HealthCheckResult.Unhealthy("This node is not in the cluster.")
                : HealthCheckResult.Healthy());
    }

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
