namespace Sigap.Host.Projections;

internal static class ProjectionsHosting
{
    public static IServiceCollection AddProjections(this IServiceCollection services) => services
        .AddSingleton<ReadTables>()
        .AddHostedService<JournalProjector>()
        .AddHostedService<OwedSweep>();
}
