using System.Data.Common;
using Npgsql;

namespace Sigap.Bench.Databases;

/// <summary>A database on a PostgreSQL started for the run, with Debian's settings: what was committed is on the disk.</summary>
internal sealed class PostgresBenchDatabase : BenchDatabase
{
    private readonly PostgresServer _server;
    private readonly string _connectionString;

    private PostgresBenchDatabase(PostgresServer server, string connectionString) => (_server, _connectionString) = (server, connectionString);

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database__Provider"] = "postgresql",
        ["ConnectionStrings__Sigap"] = _connectionString,
    };

    public override string SizeQuestion => "SELECT pg_database_size(current_database())";

    /// <param name="parent">The disk that is measured.</param>
    /// <exception cref="BenchProblem">PostgreSQL is not installed, or did not start.</exception>
    public static async Task<PostgresBenchDatabase> Start(string parent)
    {
        try
        {
            var server = await PostgresServer.Start(parent);
            return new PostgresBenchDatabase(server, server.ConnectionString(await server.CreateDatabase()));
        }
        catch (InvalidOperationException away)
        {
            throw new BenchProblem(away.Message);
        }
    }

    public override DbConnection Connect()
    {
        var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        return connection;
    }

    public override ValueTask DisposeAsync() => _server.DisposeAsync();
}
