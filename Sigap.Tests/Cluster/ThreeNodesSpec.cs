using Sigap.Tests.Hosting;
using Sigap.Tests.Support;
using Xunit.Abstractions;

namespace Sigap.Tests.Cluster;

/// <summary>Three processes on one PostgreSQL, under traffic from a balancer.</summary>
[Collection(HostingCollection.Name)]
public sealed class ThreeNodesSpec(ThreeNodes nodes, ITestOutputHelper output) : IClassFixture<ThreeNodes>
{
    private readonly ClusterOfProcesses _cluster = nodes.Cluster;

    [Fact]
    public async Task A_node_that_leaves_and_comes_back_costs_no_request()
    {
        var traffic = new SteadyTraffic(_cluster, seed: 21);

        await traffic.During(async () =>
        {
            await traffic.Reaches(40);
            (await _cluster.Stop(1)).ShouldBe(0);
            await _cluster.Start(1);
            await traffic.Reaches(traffic.Written + 20);
        });

        output.WriteLine(traffic.Tell("a leave and a return"));
        traffic.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_oldest_is_killed_everything_acknowledged_is_answered_in_order_and_what_was_known_to_be_sent_only_once()
    {
        var traffic = new SteadyTraffic(_cluster, seed: 22);
        var before = _cluster.Journal.Replies();

        await traffic.During(async () =>
        {
            await traffic.Reaches(40);
            before = _cluster.Journal.Replies();
            await _cluster.Kill(0);
            await traffic.Reaches(traffic.Written + 200);
        });
        await Eventually.Becomes(_cluster.Journal.IsQuiet, () => $"nothing is owed. {_cluster.Written}");

        output.WriteLine(traffic.Tell("a killed oldest node"));
        PromiseCheck.EveryReplyWasSentOnceAndInOrder(_cluster.Graph, _cluster.Journal, before);
        await _cluster.Start(0);
    }
}
