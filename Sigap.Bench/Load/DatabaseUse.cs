using Microsoft.Data.Sqlite;

namespace Sigap.Bench.Load;

/// <summary>How much the database holds, seen from beside the running Sigap.</summary>
/// <param name="JournalRows">Events written since the beginning.</param>
/// <param name="Bytes">Of all pages, the ones still in the write-ahead log included.</param>
/// <param name="MessageBytes">Of the events themselves, without indexes and columns around them.</param>
internal sealed record DatabaseUse(long JournalRows, long Bytes, long MessageBytes)
{
    public static DatabaseUse Of(SigapData data)
    {
        using var connection = Open(data);
        return new DatabaseUse(
            Number(connection, "SELECT COUNT(*) FROM journal"),
            Number(connection, "PRAGMA page_count") * Number(connection, "PRAGMA page_size"),
            Number(connection, "SELECT COALESCE(SUM(LENGTH(message)), 0) FROM journal"));
    }

    /// <summary>Waits until nothing more is written: the replies' settlements come after the replies.</summary>
    public static async Task Quiet(SigapData data, TimeProvider clock, CancellationToken cancel)
    {
        const int steadyFor = 3, mostLooks = 100;
        var (last, steady) = (-1L, 0);
        for (var look = 0; look < mostLooks && steady < steadyFor; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancel);
            using var connection = Open(data);
            var now = Number(connection, "SELECT COALESCE(MAX(ordering), 0) FROM journal");
            steady = now == last ? steady + 1 : 0;
            last = now;
        }
    }

    private static SqliteConnection Open(SigapData data)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = data.DatabaseFile,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static long Number(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)command.ExecuteScalar()!;
    }
}
