using Npgsql;

namespace Sigap.Bench.Drill.Checks;

/// <summary>Looks at the database from beside the nodes, under a name of its own, so that it is not counted with theirs.</summary>
internal static class OnlookerConnection
{
    public const string Name = "sigap-drill";

    public static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = Name }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
