using System.Data.Common;
using Npgsql;
using Sigap.Bench.Databases;
using Sigap.Host.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Storage;

/// <summary>A database of its own on the run's PostgreSQL.</summary>
internal sealed class TempPostgres : TestDatabase
{
    public TempPostgres()
    {
        // Test classes are made by their constructors, which cannot wait any other way.
        (Server, Name) = Task.Run(Make).GetAwaiter().GetResult();

        // A machine that runs a thousand other specs at the moment is slow to open a connection; none of them is about that.
        Options = new DatabaseOptions
        {
            Provider = DatabaseOptions.Postgresql,
            ConnectionString = $"{Server.ConnectionString(Name)};Timeout=60",
        };
    }

    public PostgresServer Server { get; }

    public string Name { get; }

    public override DatabaseOptions Options { get; }

    public override DbConnection Connection() => new NpgsqlConnection($"{Options.ConnectionString};Pooling=False");

    protected override void Remove() => Task.Run(() => Server.DropDatabase(Name)).GetAwaiter().GetResult();

    private static async Task<(PostgresServer Server, string Name)> Make()
    {
        var server = await SharedPostgres.Server;
        return (server, await server.CreateDatabase());
    }
}
