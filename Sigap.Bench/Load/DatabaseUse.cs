using System.Data.Common;
using System.Globalization;
using Sigap.Bench.Databases;

namespace Sigap.Bench.Load;

/// <summary>How much the database holds, seen from beside the running Sigap.</summary>
/// <param name="JournalRows">Events written since the beginning.</param>
/// <param name="Bytes">Of everything.</param>
/// <param name="MessageBytes">Of the events themselves, without indexes and columns around them.</param>
internal sealed record DatabaseUse(long JournalRows, long Bytes, long MessageBytes)
{
    public static DatabaseUse Of(BenchDatabase database)
    {
        using var connection = database.Connect();
        return new DatabaseUse(
            Number(connection, "SELECT COUNT(*) FROM journal"),
            Number(connection, database.SizeQuestion),
            Number(connection, "SELECT COALESCE(SUM(LENGTH(message)), 0) FROM journal"));
    }

    /// <summary>Waits until nothing more is written: the replies' settlements come after the replies.</summary>
    public static async Task Quiet(BenchDatabase database, TimeProvider clock, CancellationToken cancel)
    {
        const int steadyFor = 3, mostLooks = 100;
        var (last, steady) = (-1L, 0);
        for (var look = 0; look < mostLooks && steady < steadyFor; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancel);
            using var connection = database.Connect();
            var now = Number(connection, "SELECT COALESCE(MAX(ordering), 0) FROM journal");
            steady = now == last ? steady + 1 : 0;
            last = now;
        }
    }

    private static long Number(DbConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
