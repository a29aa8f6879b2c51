using Dapper;

namespace Sigap.Tests.Storage;

/// <summary>The scripts of the two engines are twins: what is forgotten in one of them is found here.</summary>
public sealed class SameTablesSpec : IDisposable
{
    private readonly TempDatabase _sqlite = new();
    private readonly TempPostgres _postgresql = new();

    public void Dispose()
    {
        _sqlite.Dispose();
        _postgresql.Dispose();
    }

    [Fact]
    public void Every_column_is_of_the_same_kind_on_both_engines()
    {
        var onSqlite = Lines(
            _sqlite,
            """
            SELECT t.name || '.' || c.name || CASE WHEN c."notnull" OR c.pk > 0 THEN ' NOT NULL ' ELSE ' ' END
                   || CASE WHEN upper(c.type) IN ('INTEGER', 'BIGINT', 'BIT') THEN 'number'
                           WHEN upper(c.type) = 'TEXT' OR upper(c.type) LIKE 'NVARCHAR%' THEN 'text'
                           WHEN upper(c.type) IN ('BLOB', 'VARBINARY') THEN 'bytes'
                           ELSE c.type END
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """);
        var onPostgresql = Lines(
            _postgresql,
            """
            SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'NO' THEN ' NOT NULL ' ELSE ' ' END
                   || CASE WHEN data_type IN ('bigint', 'integer', 'boolean') THEN 'number'
                           WHEN data_type = 'text' THEN 'text'
                           WHEN data_type = 'bytea' THEN 'bytes'
                           ELSE data_type END
            FROM information_schema.columns WHERE table_schema = 'public'
            """);

        onPostgresql.ShouldBe(onSqlite);
    }

    [Fact]
    public void Every_index_is_on_both_engines()
    {
        var onSqlite = Lines(_sqlite, "SELECT tbl_name || '.' || name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        var onPostgresql = Lines(
            _postgresql,
            """
            SELECT tablename || '.' || indexname FROM pg_indexes
            WHERE schemaname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = indexname AND contype = 'p')
            """);

        onPostgresql.ShouldBe(onSqlite);
    }

    private static List<string> Lines(TestDatabase temp, string question)
    {
        using var connection = temp.Database.Connect();
        return [.. connection.Query<string>(question).Order(StringComparer.Ordinal)];
    }
}
