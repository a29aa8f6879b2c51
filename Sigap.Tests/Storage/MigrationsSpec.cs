using Dapper;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public abstract class MigrationsSpec(TestDatabase temp) : IDisposable
{
    public sealed class OnSqlite() : MigrationsSpec(new TempDatabase())
    {
        private protected override Migrations Scripts => Migrations.Sqlite;
    }

    public sealed class OnPostgresql() : MigrationsSpec(new TempPostgres())
    {
        private protected override Migrations Scripts => Migrations.Postgresql;
    }

    private protected abstract Migrations Scripts { get; }

    public void Dispose()
    {
        temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_new_database_has_every_script_noted_once()
    {
        using var connection = temp.Database.Connect();
        Scripts.Apply(connection, "again", DateTimeOffset.UnixEpoch);

        connection.Query<int>("SELECT version FROM schema_version ORDER BY version")
            .ShouldBe(Enumerable.Range(1, Scripts.Newest));
    }

    [Fact]
    public void Data_survives_the_next_start()
    {
        using (var first = SigapDatabase.Open(temp.Options, TimeProvider.System))
        using (var connection = first.Connect())
        {
            connection.Execute("INSERT INTO projection_offset (name, ordering) VALUES ('owed', 7)");
        }

        using var next = temp.Database.Connect();
        next.ExecuteScalar<int>("SELECT ordering FROM projection_offset").ShouldBe(7);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_database_of_a_newer_program_is_left_alone(bool migrate)
    {
        using (var database = SigapDatabase.Open(temp.Options, TimeProvider.System))
        using (var connection = database.Connect())
        {
            connection.Execute("INSERT INTO schema_version (version, script, applied_at) VALUES (9999, 'future', 0)");
        }

        temp.Options.Migrate = migrate;
        Should.Throw<DatabaseTooNewException>(() => SigapDatabase.Open(temp.Options, TimeProvider.System))
            .Message.ShouldContain("schema version 9999");
    }

    [Fact]
    public void Told_not_to_touch_the_tables_it_demands_them_ready()
    {
        temp.Options.Migrate = false;
        Should.Throw<CannotStartException>(() => SigapDatabase.Open(temp.Options, TimeProvider.System))
            .Message.ShouldContain($"has schema version 0, this program needs {Scripts.Newest}, and Database:Migrate is false");

        temp.Options.Migrate = true;
        SigapDatabase.Open(temp.Options, TimeProvider.System).Dispose();

        temp.Options.Migrate = false;
        SigapDatabase.Open(temp.Options, TimeProvider.System).Dispose();
    }

    [Fact]
    public void Every_engine_has_the_same_scripts() => Migrations.Postgresql.Names.ShouldBe(Migrations.Sqlite.Names);
}
