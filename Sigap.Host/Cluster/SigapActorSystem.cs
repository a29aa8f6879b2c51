using System.Diagnostics;
using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using Akka.Persistence.Sql;
using Akka.Remote.Hosting;
using Akka.Remote.Transport.DotNetty;
using Microsoft.Extensions.Options;
using Sigap.Conversations;
using Sigap.Host.Content;
using Sigap.Host.Health;
using Sigap.Host.Storage;
using Sigap.Host.Telemetry;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Host.Cluster;

/// <summary>Composes the actor system: framework tuning from files, the rest from the settings.</summary>
internal static class SigapActorSystem
{
    public const string Name = "sigap";

    /// <summary>Well below the margin after which the others take over.</summary>
    private static readonly TimeSpan TimeWhenTakenOut = TimeSpan.FromSeconds(1);

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
                .AddHocon(SplitBrainOf(node), HoconAddMode.Prepend)
                .AddHocon(SqlPersistence.DefaultConfiguration, HoconAddMode.Append)
                .WithStrictSerialization()
                .WithRemoting(node.Hostname, node.Port)
                .WithNodeTls(node.Tls)
                .WithClustering(new ClusterOptions { Roles = node.Roles })
                .WithActorSystemLivenessCheck(tags: [HealthHosting.Live])
                .AddTransport()
                .AddConversations(node.PassivateAfter)
                .AddPickup(least => new OfficeAffinity(least, PickupDayExtractor.OfficeOf))
                .WithActors((system, _) => system.ActorOf(
                    Props.Create(() => new DepartureActor(provider.GetRequiredService<Departures>())), "departures"))
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
    /// long at most, the phase's own time limit says. A node the others took out has less time: they take over what it carries.
    /// </summary>
    private static void WaitForRepliesAtStop(ActorSystem system, RepliesUnderWay underWay) =>
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "replies-under-way", async () =>
        {
            underWay.Stop();
            var isTakenOut = CoordinatedShutdown.Get(system).ShutdownReason is CoordinatedShutdown.ClusterDowningReason;
            var begun = Stopwatch.GetTimestamp();
            while (underWay.Count > 0 && (!isTakenOut || Stopwatch.GetElapsedTime(begun) < TimeWhenTakenOut))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }

            return Akka.Done.Instance;
        });

    private static AkkaConfigurationBuilder WithNodeTls(this AkkaConfigurationBuilder builder, NodeTls tls) => tls.IsOn
        ? builder
            .AddHocon("akka.remote.dot-netty.tcp.enable-ssl = on", HoconAddMode.Prepend)
            .AddSetup(new DotNettySslSetup(
                tls.LoadCertificate(),
                suppressValidation: false,
                requireMutualAuthentication: true,
                validateCertificateHostname: true,
                new ClusterAuthority(tls.LoadAuthorities()).Believes))
        : builder;

    private static Akka.Configuration.Config SplitBrainOf(NodeOptions node) =>
        $"akka.cluster.split-brain-resolver.active-strategy = {node.SplitBrain}";

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
