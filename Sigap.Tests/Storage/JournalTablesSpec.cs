using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Sigap.Tests.Storage;

/// <summary>The migrations make the journal's tables as the plugin's own auto-initialize would, on each engine.</summary>
public sealed partial class JournalTablesSpec
{
    [Fact]
    public async Task On_SQLite_they_are_those_the_plugin_would_make_itself()
    {
        using var temp = new TempDatabase();
        var own = Path.Combine(temp.Folder, "plugin.db");
        await JournalPlugin.PersistSomething($"Data Source={own};Pooling=False", "SQLite.MS", makeTables: true);

        using var plugins = new SqliteConnection($"Data Source={own};Pooling=False");
        using var ours = temp.Database.Connect();
        var expected = SchemaOfSqlite(plugins);

        expected.Count.ShouldBeGreaterThan(5);
        SchemaOfSqlite(ours).Where(entry => expected.ContainsKey(entry.Key)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task On_PostgreSQL_they_are_those_the_plugin_would_make_itself()
    {
        using var temp = new TempPostgres();
        using var own = new TempPostgres();
        await JournalPlugin.PersistSomething(own.Options.ConnectionString, "PostgreSQL.15", makeTables: true);

        var expected = SchemaOfPostgresql(own);
        var tables = expected.Select(line => line.Split(' ')[0]).ToHashSet();

        tables.ShouldBe(["journal", "snapshot", "tags"], ignoreOrder: true);
        _ = temp.Database;
        SchemaOfPostgresql(temp).Where(line => tables.Contains(line.Split(' ')[0])).ShouldBe(expected);
    }

    [Fact]
    public async Task On_SQLite_an_actor_persists_with_auto_initialize_off()
    {
        using var temp = new TempDatabase();
        await PersistsOn(temp, "SQLite.MS");
    }

    [Fact]
    public async Task On_PostgreSQL_an_actor_persists_with_auto_initialize_off()
    {
        using var temp = new TempPostgres();
        await PersistsOn(temp, "PostgreSQL.15");
    }

    private static async Task PersistsOn(TestDatabase temp, string provider)
    {
        await JournalPlugin.PersistSomething(temp.Database.ConnectionString, provider, makeTables: false);

        using var connection = temp.Database.Connect();
        connection.ExecuteScalar<int>("SELECT count(*) FROM journal").ShouldBe(1);
    }

    private static Dictionary<string, string> SchemaOfSqlite(System.Data.Common.DbConnection connection) => connection
        .Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
        .ToDictionary(entry => entry.Name, entry => Space().Replace(Comment().Replace(entry.Sql, ""), " "));

    /// <summary>Every column, constraint and index, each as a line that begins with its table.</summary>
    private static List<string> SchemaOfPostgresql(TempPostgres temp)
    {
        using var connection = new Npgsql.NpgsqlConnection(temp.Options.ConnectionString + ";Pooling=false");
        return
        [
            .. connection.Query<string>(
                """
                SELECT c.relname || ' ' || a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
                       || ' ' || a.attidentity::text || ' ' || a.attcollation || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
                UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace
                UNION ALL
                SELECT tablename || ' ' || indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
                ORDER BY 1
                """),
        ];
    }

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
