using System.Runtime.Serialization;
using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>
/// What was settled by experiment, as it is in force in the composed program: a default that comes back unnoticed loses
/// events or half a minute of service.
/// </summary>
[Collection(HostingCollection.Name)]
public sealed class AkkaSettingsSpec
{
    [Fact]
    public async Task What_was_settled_by_experiment_is_in_force()
    {
        await using var graph = await GraphStandIn.Start();
        using var folder = new DataFolder();
        await using var sigap = await SigapInProcess.Start(folder.Settings(graph.Url));
        var system = sigap.Services.GetRequiredService<ActorSystem>();

        string[] wanted =
        [
            "akka.persistence.journal.plugin = akka.persistence.journal.sql",
            "akka.persistence.journal.sql.replay-filter.mode = off",
            "akka.persistence.journal.sql.auto-initialize = off",
            "akka.persistence.journal.sql.circuit-breaker.max-failures = 500",
            "akka.persistence.journal.sql.circuit-breaker.reset-timeout = 2s",
            "akka.persistence.journal.sql.provider-name = SQLite.MS",
            "akka.persistence.journal.sql.parallelism = 1",
            "akka.persistence.journal.sql.read-isolation-level = read-uncommitted",
            "akka.persistence.query.journal.sql.read-isolation-level = read-uncommitted",
            "akka.persistence.journal.sql.materializer-dispatcher = sigap.sqlite-dispatcher",
            "akka.persistence.snapshot-store.sql.circuit-breaker.max-failures = 500",
            "akka.persistence.snapshot-store.sql.circuit-breaker.reset-timeout = 2s",
            "akka.persistence.max-concurrent-recoveries = 10",
            "akka.actor.ask-timeout = 5s",
            "akka.cluster.sharding.state-store-mode = ddata",
            "akka.cluster.sharding.remember-entities = off",
            "akka.cluster.split-brain-resolver.active-strategy = keep-majority",
            "akka.cluster.split-brain-resolver.stable-after = 5s",
            "akka.cluster.split-brain-resolver.down-all-when-unstable = 20s",
            "akka.cluster.split-brain-resolver.keep-oldest.down-if-alone = on",
            "akka.cluster.down-removal-margin = 3s",
            "akka.cluster.failure-detector.acceptable-heartbeat-pause = 3s",
            "akka.cluster.run-coordinated-shutdown-when-down = on",
            "akka.coordinated-shutdown.run-by-clr-shutdown-hook = off",
            "akka.coordinated-shutdown.exit-clr = off",
        ];
        wanted.Select(line => line.Split(" = ")[0]).Select(path => $"{path} = {system.Settings.Config.GetString(path)}").ShouldBe(wanted);
    }

    [Fact]
    public async Task Nothing_is_read_by_a_serializer_that_instantiates_what_it_is_told()
    {
        await using var graph = await GraphStandIn.Start();
        using var folder = new DataFolder();
        await using var sigap = await SigapInProcess.Start(folder.Settings(graph.Url));
        var serialization = ((ExtendedActorSystem)sigap.Services.GetRequiredService<ActorSystem>()).Serialization;

        Should.Throw<SerializationException>(() => serialization.Deserialize([1], 1, "")).Message.ShouldBe("JSON is refused on the wire");
    }
}
