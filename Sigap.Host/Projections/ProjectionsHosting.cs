namespace Sigap.Host.Projections;

internal static class ProjectionsHosting
{
    public static IServiceCollection AddProjections(this IServiceCollection services) => services
        .AddSingleton<ReadTables>()
        .AddSingleton<OwedMetrics>()
        .AddHostedService<JournalProjector>()
        .AddHostedService<OwedSweep>()
        .AddHostedService<OwedWatch>();
}
