using Akka.Actor;
using Sigap.Host.Cluster;

namespace Sigap.Tests.Cluster;

/// <summary>Whom a node asks to be taken in: never itself first while there is a cluster, for then it would found another.</summary>
public class JoiningSpec
{
    private const string One = "akka.tcp://sigap@one:4053";
    private const string Two = "akka.tcp://sigap@two:4053";
    private const string Three = "akka.tcp://sigap@three:4053";
    private static readonly string[] Seeds = [One, Two];

    [Fact]
    public void Where_no_cluster_shows_itself_the_first_seed_node_founds_it() => Asked(One, member: null).ShouldBe([One, Two]);

    [Fact]
    public void The_others_ask_the_seed_nodes_in_their_order() => Asked(Three, member: null).ShouldBe([One, Two]);

    [Fact]
    public void Where_a_cluster_shows_itself_its_member_is_asked_and_nobody_founds_another() => Asked(One, member: Three).ShouldBe([Three, Two]);

    [Fact]
    public void Everybody_is_asked_once() => Asked(Three, member: Two).ShouldBe([Two, One]);

    [Fact]
    public void Who_sees_only_its_own_life_before_waits_until_that_is_over()
    {
        Joining.WhoToAsk([One], Address.Parse(One), member: One).ShouldBeEmpty();
        Asked(One, member: One).ShouldBe([Two]);
    }

    [Fact]
    public void A_member_that_talks_another_way_is_not_asked_and_no_cluster_is_founded_beside_it() =>
        Asked(One, member: "akka.ssl.tcp://sigap@three:4053").ShouldBe([Two]);

    private static IEnumerable<string> Asked(string self, string? member) =>
        Joining.WhoToAsk(Seeds, Address.Parse(self), member).Select(address => $"{address}");
}
