using Sigap.Host.Cluster;
using Sigap.Host.Storage;

namespace Sigap.Tests.Cluster;

public sealed class NodeOptionsSpec
{
    private static readonly NodeOptions Node = new()
    {
        Hostname = "sigap-1.example.go.id",
        Port = 4053,
        SeedNodes = [Seed(1), Seed(2), Seed(3)],
    };

    [Fact]
    public void A_node_of_three_on_PostgreSQL_is_in_order() => Problems(Node).ShouldBeEmpty();

    [Fact]
    public void So_is_a_node_on_its_own_on_SQLite() => new NodeOptions().Problems(DatabaseOptions.Sqlite).ShouldBeEmpty();

    [Fact]
    public void SQLite_serves_one_node_only() => Node.Problems(DatabaseOptions.Sqlite).ShouldHaveSingleItem()
        .ShouldStartWith("Cluster:SeedNodes is set although Database:Provider is \"sqlite\"");

    [Fact]
    public void Two_nodes_cannot_keep_the_majority() => Problems(Node with { SeedNodes = [Seed(1), Seed(2)] }).ShouldHaveSingleItem()
        .ShouldStartWith("Cluster:SplitBrain is keep-majority with two seed nodes");

    [Fact]
    public void Two_nodes_keep_the_oldest() =>
        Problems(Node with { SeedNodes = [Seed(1), Seed(2)], SplitBrain = NodeOptions.KeepOldest }).ShouldBeEmpty();

    [Theory]
    [InlineData("akka.tcp://other@host:4053")]
    [InlineData("akka.tcp://sigap@host")]
    [InlineData("akka.tcp://sigap@host:0")]
    [InlineData("akka.tcp://sigap@host:99999")]
    [InlineData("akka.ssl.tcp://sigap@host:4053")]
    [InlineData("host:4053")]
    public void A_seed_node_that_is_no_address_of_one_is_named(string seed) =>
        Problems(Node with { SeedNodes = [Seed(1), Seed(2), seed] }).ShouldHaveSingleItem()
            .ShouldStartWith($"Cluster:SeedNodes holds '{seed}'; write akka.tcp://sigap@host:port");

    [Fact]
    public void A_seed_node_is_written_once() => Problems(Node with { SeedNodes = [Seed(1), Seed(2), Seed(2)] }).ShouldHaveSingleItem()
        .ShouldContain("twice");

    [Fact]
    public void The_loopback_is_no_place_to_reach_a_node_from_others() => Problems(Node with { Hostname = "127.0.0.1" }).ShouldHaveSingleItem()
        .ShouldStartWith("Cluster:Hostname is 127.0.0.1");

    [Fact]
    public void A_cluster_needs_a_port_that_stays() => Problems(Node with { Port = 0 }).ShouldHaveSingleItem().ShouldContain("such as 4053");

    [Fact]
    public void Who_goes_on_is_one_of_two() => Problems(Node with { SplitBrain = "keep-all" }).ShouldHaveSingleItem()
        .ShouldStartWith("Cluster:SplitBrain is 'keep-all'");

    [Fact]
    public void The_time_to_leave_has_bounds() => Problems(Node with { LeaveDelay = TimeSpan.FromMinutes(1) }).ShouldHaveSingleItem()
        .ShouldStartWith("Cluster:LeaveDelay is 00:01:00");

    [Fact]
    public void A_role_is_one_word() => Problems(Node with { Roles = ["Office Denpasar"] }).ShouldHaveSingleItem()
        .ShouldStartWith("Cluster:Roles holds 'Office Denpasar'");

    [Fact]
    public void A_node_on_its_own_leaves_at_once_and_one_of_several_gives_the_balancer_time()
    {
        new NodeOptions().TimeToLeave.ShouldBe(TimeSpan.Zero);
        Node.TimeToLeave.ShouldBe(TimeSpan.FromSeconds(2));
        (Node with { LeaveDelay = TimeSpan.FromSeconds(7) }).TimeToLeave.ShouldBe(TimeSpan.FromSeconds(7));
    }

    private static IReadOnlyList<string> Problems(NodeOptions node) => [.. node.Problems(DatabaseOptions.Postgresql)];

    private static string Seed(int number) => $"akka.tcp://sigap@sigap-{number}.example.go.id:4053";
}
