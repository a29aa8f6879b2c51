using Sigap.Tests.Hosting;
using Xunit.Abstractions;

namespace Sigap.Tests.Cluster;

/// <summary>Two processes on one PostgreSQL, of which the oldest goes on.</summary>
[Collection(HostingCollection.Name)]
public sealed class TwoNodesSpec(ITestOutputHelper output)
{
    private const int EndedByCluster = 2;

    [Fact]
    public async Task Without_the_younger_the_oldest_goes_on_and_without_the_oldest_the_younger_ends_to_be_started_again()
    {
        await using var cluster = await ClusterOfProcesses.Start(2, "--Cluster:SplitBrain=keep-oldest");
        var traffic = new SteadyTraffic(cluster, seed: 31);

        await traffic.During(async () =>
        {
            await traffic.Reaches(20);
            await cluster.Kill(1);
            await traffic.Reaches(traffic.Written + 20);
        });
        output.WriteLine(traffic.Tell("the younger killed"));

        await cluster.Start(1);
        await cluster.Kill(0);
        (await cluster[1].Ended()).ShouldBe(EndedByCluster, cluster[1].Written);
        cluster[1].Written.ShouldContain("This node was taken out of the cluster");
    }
}
