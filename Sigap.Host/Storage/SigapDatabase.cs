using Dapper;
using Microsoft.Data.Sqlite;

namespace Sigap.Host.Storage;

/// <summary>
/// Sigap's database file. What <see cref="Write{T}"/> returned is on the disk. Our own writers take turns in memory, so
/// that only the journal is met at the file's lock; SQLite blocks its caller, so the work is done off the request's thread.
/// </summary>
public sealed class SigapDatabase : IDisposable
{
    private readonly DatabaseOptions _options;
    private readonly DatabaseLock? _lock;
    private readonly DiskSpace _space;
    private readonly string _connectionString;
    private readonly string _prepare;
    private readonly SemaphoreSlim _writer = new(1, 1);

    private SigapDatabase(DatabaseOptions options, DatabaseLock? held, DiskSpace space)
    {
        _options = options;
        _lock = held;
        _space = space;
        _connectionString = options.EffectiveConnectionString;

        // Without the busy_timeout the driver waits in steps of 150 ms; SQLite's own waiting begins at one.
        _prepare = $"PRAGMA busy_timeout = {options.BusyTimeoutSeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA synchronous;";
    }

    /// <summary>The connection string for the journal and the snapshot store: same file, same pool.</summary>
    public string ConnectionString => _connectionString;

    public IStorageHealth Health => _space;

    /// <summary>True for a process that works beside the running service (an import): it does not hold the file's lock.</summary>
    public bool IsGuest => _lock is null;

    /// <summary>Takes the file for this process, makes it when it is not there, and brings its tables up to date.</summary>
    /// <exception cref="CannotStartException">In use by another process, too new, or not readable: the message says it.</exception>
    public static SigapDatabase Open(DatabaseOptions options, TimeProvider time)
    {
        MakeFolder(options);
        return OpenHolding(DatabaseLock.Take(options.File), options, time);
    }

    /// <summary>
    /// Opens the file even while the service holds it. SQLite itself keeps the two apart; only the tables must be those
    /// of this program already, for a guest changes none.
    /// </summary>
    public static SigapDatabase OpenAsGuest(DatabaseOptions options, TimeProvider time)
    {
        MakeFolder(options);
        if (DatabaseLock.TryTake(options.File) is { } free)
        {
            return OpenHolding(free, options, time);
        }

        var guest = new SigapDatabase(options, null, new DiskSpace(options, time));
        using var connection = guest.Connect();
        var found = Migrations.VersionOf(connection);
        return found == Migrations.Newest
            ? guest
            : throw new CannotStartException(
                $"The running Sigap uses schema version {found} of {options.File}, this program {Migrations.Newest}. " +
                "Stop the service and start it with this version first.");
    }

    /// <summary>Reads, beside whatever is being written.</summary>
    public Task<T> Read<T>(Func<SqliteConnection, T> read, CancellationToken cancel) => Task.Run(
        () =>
        {
            using var connection = Connect();
            return read(connection);
        },
        cancel);

    /// <summary>Writes in one transaction, which began before anything was read in it.</summary>
    /// <exception cref="StorageFullException">The disk is nearly full.</exception>
    public async Task<T> Write<T>(Func<SqliteConnection, SqliteTransaction, T> write, CancellationToken cancel)
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

    public Task Write(Action<SqliteConnection, SqliteTransaction> write, CancellationToken cancel) => Write(
        (connection, transaction) =>
        {
            write(connection, transaction);
            return true;
        },
        cancel);

    public void Dispose()
    {
        using (var pooled = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        _lock?.Dispose();
        _writer.Dispose();
    }

    /// <summary>A connection ready for use: it waits when the file is busy, and a commit is on the disk when it returns.</summary>
    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
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

    private static SigapDatabase OpenHolding(DatabaseLock held, DatabaseOptions options, TimeProvider time)
    {
        var database = new SigapDatabase(options, held, new DiskSpace(options, time));
        try
        {
            return Prepare(database, time);
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

    private static SigapDatabase Prepare(SigapDatabase database, TimeProvider time)
    {
        try
        {
            using var connection = database.Connect();
            var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
            if (mode != "wal")
            {
                throw new CannotStartException(
                    $"The database {database._options.File} cannot use write-ahead logging (it says \"{mode}\"): network " +
                    "file systems cannot. Put it on a local disk with ConnectionStrings:Sigap.");
            }

            Migrations.Apply(connection, database._options.File, time.GetUtcNow());
            return database;
        }
        catch (SqliteException unusable)
        {
            throw new CannotStartException(
                $"The database {database._options.File} cannot be used: {unusable.Message} Check the file and its " +
                "permissions, or name another one in ConnectionStrings:Sigap.", unusable);
        }
    }
}
