using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence;
using Akka.Persistence.Sql;

namespace Sigap.Tests.Storage;

/// <summary>The journal and the snapshot store by themselves, on whatever tables there are or they make.</summary>
internal static class JournalPlugin
{
    public static async Task PersistSomething(string connectionString, string provider, bool makeTables)
    {
        using var system = ActorSystem.Create("journal", Settings(connectionString, provider, makeTables));
        (await system.ActorOf(Props.Create(() => new Keeper())).Ask<object>("something", TimeSpan.FromSeconds(30)))
            .ShouldBeOfType<SaveSnapshotSuccess>();
        await system.Terminate();
    }

    private static Config Settings(string connectionString, string provider, bool makeTables)
    {
        var plugin = $$"""
            connection-string = {{System.Text.Json.JsonSerializer.Serialize(connectionString)}}
            provider-name = "{{provider}}"
            auto-initialize = {{(makeTables ? "on" : "off")}}
            """;
        return ConfigurationFactory.ParseString($$"""
            akka.loglevel = WARNING
            akka.persistence.journal.plugin = "akka.persistence.journal.sql"
            akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.sql"
            akka.persistence.journal.sql { {{plugin}} }
            akka.persistence.snapshot-store.sql { {{plugin}} }
            """).WithFallback(SqlPersistence.DefaultConfiguration);
    }

    private sealed class Keeper : ReceivePersistentActor
    {
        private IActorRef _asked = ActorRefs.Nobody;

        public Keeper()
        {
            Recover<object>(_ => { });
            Command<string>(text =>
            {
                _asked = Sender;
                Persist(text, SaveSnapshot);
            });
            Command<SaveSnapshotSuccess>(saved => _asked.Tell(saved));
            Command<SaveSnapshotFailure>(failed => _asked.Tell(failed));
        }

        public override string PersistenceId => "keeper";
    }
}
