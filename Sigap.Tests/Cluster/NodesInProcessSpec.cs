using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Conversations;
using Sigap.Pickup;
using Sigap.Tests.Hosting;
using Sigap.Tests.Support;
using Sigap.Tests.Wire;
using Sigap.Transport;

namespace Sigap.Tests.Cluster;

/// <summary>What passes between nodes, what does not, and where things live.</summary>
[Collection(HostingCollection.Name)]
public sealed class NodesInProcessSpec(NodesInProcess nodes) : IClassFixture<NodesInProcess>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_pickup_days_of_an_office_move_to_a_node_near_it_and_those_of_others_do_not_have_to()
    {
        await Eventually.Becomes(
            async () => (await ShardsOf(nodes.Second)).Count(IsOfDenpasar) == 4 && !(await ShardsOf(nodes.First)).Any(IsOfDenpasar),
            () => "all days of Denpasar live on the node near it");
    }

    [Fact]
    public async Task Everything_that_has_an_address_crosses_between_nodes_in_a_form_of_its_own()
    {
        var refused = 0L;
        using var meter = new MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "sigap.wire.refused")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meter.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref refused, count));
        meter.Start();

        // Each of these has one home: told on both nodes, it crosses from one of them.
        foreach (var node in new[] { nodes.First, nodes.Second })
        {
            var asked = WireSamples.All.Select(message => AskItsHome(node, message)).OfType<Task<object>>().ToArray();
            asked.ShouldNotBeEmpty();
            await Task.WhenAll(asked);
            foreach (var office in new[] { "109000000000001", "109000000000002", "109000000000003" })
            {
                var hello = SignedWebhook.Text(office, $"62812{office[^1]}000001", $"wamid.cross.{node.GetHashCode()}.{office}", "halo", DateTimeOffset.UtcNow);
                (await node.Webhook.Post(hello)).ShouldBe(HttpStatusCode.OK);
            }
        }

        refused.ShouldBe(0, nodes.First.Log.All + nodes.Second.Log.All);
        var serialization = ((ExtendedActorSystem)nodes.First.Services.GetRequiredService<ActorSystem>()).Serialization;
        var failure = new Status.Failure(new IOException("The change of the pickup day may not be written"));
        var serializer = serialization.FindSerializerFor(failure);
        var read = serialization.Deserialize(serializer.ToBinary(failure), serializer.Identifier, Akka.Serialization.Serialization.ManifestFor(serializer, failure));
        read.ShouldBeOfType<Status.Failure>().Cause.Message.ShouldContain("may not be written");
        refused.ShouldBe(0, "a failure told to who asks crosses as well");

        Should.Throw<System.Runtime.Serialization.SerializationException>(() => serialization.Deserialize([1], 1, ""));
        refused.ShouldBe(1, "what is refused is counted");
    }

    [Fact]
    public async Task A_node_with_a_certificate_of_another_authority_does_not_get_in()
    {
        using var foreign = new TestAuthority(nodes.Folder, "foreign");

        // Akka ends a node that is not believed, at once or a moment later.
        try
        {
            await using var stranger = await nodes.Knock(withTls: true, foreign.Settings());
            await stranger.Ended().WaitAsync(Patience);
        }
        catch (Exception ended) when (ended is InvalidOperationException or AskTimeoutException)
        {
        }

        await TheTwoAreWell();
    }

    [Fact]
    public async Task A_node_without_a_certificate_does_not_get_in()
    {
        await using var stranger = await nodes.Knock(withTls: false);
        await Eventually.Becomes(
            () => stranger.Log.All.Contains("Couldn't join seed nodes", StringComparison.Ordinal), () => $"it has tried. {stranger.Log.All}");

        (await NodesInProcess.IsReady(stranger)).ShouldBeFalse();
        await TheTwoAreWell();
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: sigap\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001 not quite a handshake")]
    [InlineData("halo")]
    public async Task Who_talks_another_language_at_the_port_is_hung_up_on_and_hurts_nobody(string noise)
    {
        for (var times = 0; times < 5; times++)
        {
            using var caller = new TcpClient();
            await caller.ConnectAsync(IPAddress.Loopback, nodes.FirstPort);
            await caller.GetStream().WriteAsync(System.Text.Encoding.Latin1.GetBytes(noise));
            caller.Client.Shutdown(SocketShutdown.Send);
        }

        await TheTwoAreWell();
    }

    private async Task TheTwoAreWell()
    {
        NodesInProcess.MembersOf(nodes.First).ShouldBe(2);
        NodesInProcess.MembersOf(nodes.Second).ShouldBe(2);
        var day = NodesInProcess.DaysOfDenpasar[0];
        foreach (var node in new[] { nodes.First, nodes.Second })
        {
            (await node.Services.GetRequiredService<IPickupDesk>().Ask(new GetBookings(day), CancellationToken.None)).ShouldBeOfType<PickupAnswer.Bookings>();
        }
    }

    /// <returns>Null for what has no address of its own, or gets no answer.</returns>
    private static Task<object>? AskItsHome(SigapInProcess node, object message)
    {
        var registry = node.Services.GetRequiredService<IReadOnlyActorRegistry>();
        switch (message)
        {
            case Hear or Notify:
                return registry.Get<ConversationRegion>().Ask<object>(message, Patience);
            case IConversationCommand:
                registry.Get<ConversationRegion>().Tell(message);
                return null;
            case TakeStock { Written: > 0 }:
                // The day would begin anew, and what it is asked at the same moment goes without an answer.
                return null;
            case IPickupCommand or IPickupQuery:
                return registry.Get<PickupRegion>().Ask<object>(message, Patience);
            case IWithBusinessNumber:
                registry.Get<TransportRegion>().Tell(message);
                return null;
            default:
                return null;
        }
    }

    private static bool IsOfDenpasar(string shard) => PickupDayExtractor.OfficeOf(shard) == "denpasar";

    private static async Task<IReadOnlyList<string>> ShardsOf(SigapInProcess node)
    {
        var region = node.Services.GetRequiredService<IReadOnlyActorRegistry>().Get<PickupRegion>();
        var state = await region.Ask<CurrentShardRegionState>(GetShardRegionState.Instance, Patience);
        return [.. state.Shards.Select(shard => shard.ShardId)];
    }
}
