namespace Sigap.Host.Deliveries;

internal static class DeliveriesHosting
{
    /// <summary>After the actors, so that at a stop the pump ends before them.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<FailedSendTable>()
        .AddSingleton<IFailureTelling, RegionFailures>()
        .AddHostedService<FailedSendPump>();
}
