using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using Akka.Persistence.Sql;
using Akka.Remote.Hosting;
using Microsoft.Extensions.Options;
using Sigap.Conversations;
using Sigap.Host.Content;
using Sigap.Host.Storage;
using Sigap.Host.Telemetry;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Host.Cluster;

/// <summary>Composes the actor system: framework tuning from files, the rest from the settings.</summary>
internal static class SigapActorSystem
{
    public const string Name = "sigap";

    public static IServiceCollection AddSigapActors(this IServiceCollection services) => services
        .AddAkka(Name, (builder, provider) =>
        {
            var node = provider.GetRequiredService<NodeOptions>();
            var config = ConfigFolder.Locate(provider.GetRequiredService<IOptions<ConfigSettings>>().Value.Path);
            var database = provider.GetRequiredService<SigapDatabase>();
            var engine = provider.GetRequiredService<DatabaseOptions>().Provider;

            builder
                .ConfigureLoggers(logging =>
                {
                    logging.ClearLoggers();
                    logging.LogLevel = Akka.Event.LogLevel.WarningLevel;
                    logging.AddLoggerFactory();
                })
                .AddHocon(PersistenceOf(database.ConnectionString), HoconAddMode.Prepend)
                .AddHocon(TuningFile(config, $"akka.{engine}.conf"), HoconAddMode.Append)
                .AddHocon(TuningFile(config, "akka.conf"), HoconAddMode.Append)
                .AddHocon(SqlPersistence.DefaultConfiguration, HoconAddMode.Append)
                .WithStrictSerialization()
                .WithRemoting(node.Hostname, node.Port)
                .WithClustering(new ClusterOptions { Roles = node.Roles, SeedNodes = node.SeedNodes })
                .WithActorSystemLivenessCheck()
                .WithAkkaClusterReadinessCheck()
                .AddTransport()
                .AddConversations(node.PassivateAfter)
                .AddPickup()
                .AddStartup((system, _) => system.ActorOf(Props.Create<DeadLettersActor>(), "dead-letters"))
                .AddStartup((system, _) => FoundWhenAlone(system, node))
                .AddStartup((system, _) => WaitForRepliesAtStop(system, provider.GetRequiredService<RepliesUnderWay>()));
        });

    private static void FoundWhenAlone(ActorSystem system, NodeOptions node)
    {
        if (node.IsAlone)
        {
            var cluster = Akka.Cluster.Cluster.Get(system);
            cluster.Join(cluster.SelfAddress);
        }
    }

    /// <summary>
    /// A process that stops begins no new sends and lets those on their way finish: cut off, they would be sent again. How
    /// long at most, the phase's own time limit says.
    /// </summary>
    private static void WaitForRepliesAtStop(ActorSystem system, RepliesUnderWay underWay) =>
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "replies-under-way", async () =>
        {
            underWay.Stop();
            while (underWay.Count > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }

            return Akka.Done.Instance;
        });

    private static Akka.Configuration.Config PersistenceOf(string connectionString)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(connectionString);
        return $$"""
            akka.persistence.journal.sql.connection-string = {{quoted}}
            akka.persistence.snapshot-store.sql.connection-string = {{quoted}}
            akka.persistence.query.journal.sql.connection-string = {{quoted}}
            """;
    }

    private static Akka.Configuration.Config TuningFile(string folder, string name) =>
        Akka.Configuration.ConfigurationFactory.ParseString(File.ReadAllText(Path.Combine(folder, name)));
}
