using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Sigap.Host.Storage;

/// <summary>
/// The database file. Our own writers take turns in memory, so that only the journal is met at the file's lock; SQLite
/// blocks its caller, so the work is done off the request's thread.
/// </summary>
internal sealed class SqliteSigapDatabase : SigapDatabase
{
    private readonly DatabaseOptions _options;
    private readonly DatabaseLock? _lock;
    private readonly DiskSpace _space;
    private readonly string _prepare;
    private readonly SemaphoreSlim _writer = new(1, 1);

    private SqliteSigapDatabase(DatabaseOptions options, DatabaseLock? held, DiskSpace space)
    {
        _options = options;
        _lock = held;
        _space = space;
        ConnectionString = SqliteConnectionText.Effective(options);

        // Without the busy_timeout the driver waits in steps of 150 ms; SQLite's own waiting begins at one.
        _prepare = $"PRAGMA busy_timeout = {options.BusyTimeoutSeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA synchronous;";
    }

    /// <summary>Same file, same pool.</summary>
    public override string ConnectionString { get; }

    public override IStorageHealth Health => _space;

    /// <summary>A guest does not hold the file's lock.</summary>
    public override bool IsGuest => _lock is null;

    /// <summary>Takes the file for this process, makes it when it is not there, and brings its tables up to date.</summary>
    public static new SqliteSigapDatabase Open(DatabaseOptions options, TimeProvider time)
    {
        MakeFolder(options);
        return OpenHolding(DatabaseLock.Take(options.File), options, time);
    }

    /// <summary>Opens the file even while the service holds it: SQLite itself keeps the two apart.</summary>
    public static new SqliteSigapDatabase OpenAsGuest(DatabaseOptions options, TimeProvider time)
    {
        MakeFolder(options);
        if (DatabaseLock.TryTake(options.File) is { } free)
        {
            return OpenHolding(free, options, time);
        }

        var guest = new SqliteSigapDatabase(options, null, new DiskSpace(options, time));
        using var connection = guest.Connect();
        Migrations.Sqlite.DemandOfGuest(connection, options.Place);
        return guest;
    }

    public override Task<T> Read<T>(Func<DbConnection, T> read, CancellationToken cancel) => Task.Run(
        () =>
        {
            using var connection = Connect();
            return read(connection);
        },
        cancel);

    public override async Task<T> Write<T>(Func<DbConnection, DbTransaction, T> write, CancellationToken cancel)
    {
        _space.Demand();
        await _writer.WaitAsync(cancel);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var connection = Connect();
                    using var transaction = connection.BeginTransaction(deferred: false);
                    var result = write(connection, transaction);
                    transaction.Commit();
                    return result;
                },
                cancel);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Nothing to wait for: whoever writes is alone already.</summary>
    public override void WaitForTurn(DbConnection connection, DbTransaction transaction, long key)
    {
    }

    public override void Dispose()
    {
        using (var pooled = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        _lock?.Dispose();
        _writer.Dispose();
    }

    /// <summary>It waits when the file is busy, and a commit is on the disk when it returns.</summary>
    internal override SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            const int full = 2;
            return connection.ExecuteScalar<int>(_prepare) >= full
                ? connection
                : throw new InvalidOperationException("SQLite does not accept synchronous=FULL on this file.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteSigapDatabase OpenHolding(DatabaseLock held, DatabaseOptions options, TimeProvider time)
    {
        var database = new SqliteSigapDatabase(options, held, new DiskSpace(options, time));
        try
        {
            database.Prepare(time);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void MakeFolder(DatabaseOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.Folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The folder {options.Folder} (ConnectionStrings:Sigap) cannot be made: {refused.Message} Make it, or " +
                "name another one.", refused);
        }
    }

    private void Prepare(TimeProvider time)
    {
        try
        {
            using var connection = Connect();
            var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
            if (mode != "wal")
            {
                throw new CannotStartException(
                    $"The database {_options.File} cannot use write-ahead logging (it says \"{mode}\"): network " +
                    "file systems cannot. Put it on a local disk with ConnectionStrings:Sigap.");
            }

            Migrations.Sqlite.Bring(connection, _options, time.GetUtcNow());
        }
        catch (SqliteException unusable)
        {
            throw new CannotStartException(
                $"The database {_options.File} cannot be used: {unusable.Message} Check the file and its " +
                "permissions, or name another one in ConnectionStrings:Sigap.", unusable);
        }
    }
}
