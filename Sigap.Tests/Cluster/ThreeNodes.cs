namespace Sigap.Tests.Cluster;

/// <summary>A cluster of three, started once for the specs that leave it as they found it.</summary>
public sealed class ThreeNodes : IAsyncLifetime
{
    internal ClusterOfProcesses Cluster { get; private set; } = null!;

    public async Task InitializeAsync() => Cluster = await ClusterOfProcesses.Start(3);

    public async Task DisposeAsync() => await Cluster.DisposeAsync();
}
