using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence;
using Akka.Persistence.Sql;
using Dapper;
using Microsoft.Data.Sqlite;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public sealed partial class MigrationsSpec : IDisposable
{
    private readonly TempDatabase _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_new_database_has_every_script_noted_once()
    {
        using var connection = _temp.Database.Connect();
        Migrations.Apply(connection, "again", DateTimeOffset.UnixEpoch);

        connection.Query<int>("SELECT version FROM schema_version ORDER BY version")
            .ShouldBe(Enumerable.Range(1, Migrations.Newest));
    }

    [Fact]
    public void Data_survives_the_next_start()
    {
        using (var first = SigapDatabase.Open(_temp.Options, TimeProvider.System))
        using (var connection = first.Connect())
        {
            connection.Execute("INSERT INTO projection_offset (name, ordering) VALUES ('owed', 7)");
        }

        using var next = _temp.Database.Connect();
        next.ExecuteScalar<int>("SELECT ordering FROM projection_offset").ShouldBe(7);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_left_alone()
    {
        using (var database = SigapDatabase.Open(_temp.Options, TimeProvider.System))
        using (var connection = database.Connect())
        {
            connection.Execute("INSERT INTO schema_version (version, script, applied_at) VALUES (9999, 'future', 0)");
        }

        Should.Throw<DatabaseTooNewException>(() => SigapDatabase.Open(_temp.Options, TimeProvider.System))
            .Message.ShouldContain("schema version 9999");
    }

    [Fact]
    public async Task The_journals_tables_are_those_the_plugin_would_make_itself()
    {
        var own = Path.Combine(_temp.Folder, "plugin.db");
        await LetThePluginMakeItsTables($"Data Source={own};Pooling=False");

        using var plugins = new SqliteConnection($"Data Source={own};Pooling=False");
        using var ours = _temp.Database.Connect();
        var expected = Schema(plugins);

        expected.Count.ShouldBeGreaterThan(5);
        Schema(ours).Where(entry => expected.ContainsKey(entry.Key)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task An_actor_persists_with_auto_initialize_off()
    {
        using var system = ActorSystem.Create("persist", Settings(_temp.Database.ConnectionString, autoInitialize: false));
        await Persist(system);
        await system.Terminate();

        using var connection = _temp.Database.Connect();
        connection.ExecuteScalar<int>("SELECT count(*) FROM journal").ShouldBe(1);
    }

    private static async Task LetThePluginMakeItsTables(string connectionString)
    {
        using var system = ActorSystem.Create("tables", Settings(connectionString, autoInitialize: true));
        await Persist(system);
        await system.Terminate();
    }

    private static async Task Persist(ActorSystem system) =>
        (await system.ActorOf(Props.Create(() => new Keeper())).Ask<object>("something", TimeSpan.FromSeconds(30)))
            .ShouldBeOfType<SaveSnapshotSuccess>();

    private static Config Settings(string connectionString, bool autoInitialize)
    {
        var plugin = $$"""
            connection-string = "{{connectionString}}"
            provider-name = "SQLite.MS"
            auto-initialize = {{(autoInitialize ? "on" : "off")}}
            """;
        return ConfigurationFactory.ParseString($$"""
            akka.loglevel = WARNING
            akka.persistence.journal.plugin = "akka.persistence.journal.sql"
            akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.sql"
            akka.persistence.journal.sql { {{plugin}} }
            akka.persistence.snapshot-store.sql { {{plugin}} }
            """).WithFallback(SqlPersistence.DefaultConfiguration);
    }

    private static Dictionary<string, string> Schema(SqliteConnection connection) => connection
        .Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
        .ToDictionary(entry => entry.Name, entry => Space().Replace(Comment().Replace(entry.Sql, ""), " "));

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

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
