using OpenTelemetry.Metrics;
using Sigap.Kernel;

namespace Sigap.Host.Telemetry;

/// <summary><c>/metrics</c> for Prometheus. No label holds anything personal.</summary>
internal static class TelemetryHosting
{
    public static IServiceCollection AddSigapTelemetry(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter($"{SigapMetrics.MeterName}*", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());
        return services;
    }

    public static IEndpointRouteBuilder MapSigapTelemetry(this IEndpointRouteBuilder routes)
    {
        routes.MapPrometheusScrapingEndpoint("/metrics");
        return routes;
    }
}
