using System.Data.Common;
using Dapper;
using Npgsql;

namespace Sigap.Host.Storage;

/// <summary>
/// A PostgreSQL database, shared by every node. The journal has a pool of its own, so that nothing here can keep a
/// conversation from being written.
/// </summary>
internal sealed class PostgresSigapDatabase : SigapDatabase
{
    private const int MostTries = 5;
    private readonly NpgsqlDataSource _source;

    private PostgresSigapDatabase(DatabaseOptions options)
    {
        ConnectionString = PostgresConnectionText.Effective(options);
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    public override string ConnectionString { get; }

    public override IStorageHealth Health { get; } = new RoomOfTheServer();

    /// <summary>Brings the tables up to date; nodes that start at once do it one after the other.</summary>
    public static new PostgresSigapDatabase Open(DatabaseOptions options, TimeProvider time) => Opened(
        options, (connection, opened) => Migrations.Postgresql.Bring(connection, opened, time.GetUtcNow()));

    /// <summary>Into an empty database nobody serves from yet the tables are made.</summary>
    public static new PostgresSigapDatabase OpenAsGuest(DatabaseOptions options, TimeProvider time) => Opened(
        options,
        (connection, opened) =>
        {
            if (Migrations.Postgresql.VersionOf(connection) == 0)
            {
                Migrations.Postgresql.Bring(connection, opened, time.GetUtcNow());
            }

            Migrations.Postgresql.DemandOfGuest(connection, opened.Place);
        });

    public override async Task<T> Read<T>(Func<DbConnection, T> read, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        return await Task.Run(() => read(connection), cancel);
    }

    public override async Task<T> Write<T>(Func<DbConnection, DbTransaction, T> write, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(write, cancel);
            }
            catch (PostgresException undone) when (attempt < MostTries && WasUndone(undone))
            {
                // The database chose this one of two that waited for each other. The other goes first; a little chance keeps
                // the two from meeting again.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 40 * attempt)), cancel);
            }
        }
    }

    public override void WaitForTurn(DbConnection connection, DbTransaction transaction, long key) =>
        connection.Execute("SELECT pg_advisory_xact_lock(@key)", new { key }, transaction);

    public override void Dispose() => _source.Dispose();

    internal override NpgsqlConnection Connect() => _source.OpenConnection();

    private static PostgresSigapDatabase Opened(DatabaseOptions options, Action<NpgsqlConnection, DatabaseOptions> prepare)
    {
        var database = new PostgresSigapDatabase(options);
        try
        {
            using var connection = database.Connect();
            PostgresDemands.Check(connection, options.Place);
            prepare(connection, options);
            PostgresDemands.CheckRights(connection, options.Place);
            return database;
        }
        catch (Exception failure)
        {
            database.Dispose();
            if (PostgresProblem.Explain(failure, options.ConnectionString) is { } problem)
            {
                throw new CannotStartException(problem, failure);
            }

            throw;
        }
    }

    private static bool WasUndone(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private async Task<T> WriteOnce<T>(Func<DbConnection, DbTransaction, T> write, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        return await Task.Run(
            () =>
            {
                using var transaction = connection.BeginTransaction();
                var result = write(connection, transaction);
                transaction.Commit();
                return result;
            },
            cancel);
    }

    /// <summary>How full the server's disk is, the server watches: it refuses to write rather than break.</summary>
    private sealed class RoomOfTheServer : IStorageHealth
    {
        public bool CanWrite => true;
    }
}
