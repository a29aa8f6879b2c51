using Sigap.Host.Cluster;
using Sigap.Host.Storage;

namespace Sigap.Host.Duty;

internal static class DutyHosting
{
    /// <summary>Before the services that wait for a turn: at a stop they end first, and then the duty is given back.</summary>
    public static IServiceCollection AddDuty(this IServiceCollection services) => services
        .AddSingleton<IDutyLease>(provider => provider.GetRequiredService<NodeOptions>().IsAlone
            ? new SoleNodeLease()
            : new PostgresDutyLease(provider.GetRequiredService<SigapDatabase>(), Guid.NewGuid().ToString("n")))
        .AddSingleton<DutyRoster>()
        .AddHostedService(provider => provider.GetRequiredService<DutyRoster>());
}
