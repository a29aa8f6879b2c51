using System.Data.Common;

namespace Sigap.Host.Storage;

/// <summary>
/// Sigap's database, the one way to its tables, whichever engine keeps them. What <see cref="Write{T}"/> returned is durable.
/// </summary>
public abstract class SigapDatabase : IDisposable
{
    /// <summary>The connection string for the journal and the snapshot store: the same database, with the same promises.</summary>
    public abstract string ConnectionString { get; }

    public abstract IStorageHealth Health { get; }

    /// <summary>True for a process that works beside the running service and must leave it room to write (an import on SQLite).</summary>
    public virtual bool IsGuest => false;

    /// <summary>Opens the database for the service and brings its tables up to date.</summary>
    /// <exception cref="CannotStartException">In use by another process, away, too new, not usable: the message says it.</exception>
    public static SigapDatabase Open(DatabaseOptions options, TimeProvider time) => options.Provider == DatabaseOptions.Postgresql
        ? PostgresSigapDatabase.Open(options, time)
        : SqliteSigapDatabase.Open(options, time);

    /// <summary>
    /// Opens the database beside the running service. Only the tables must be those of this program already, for a guest
    /// changes none.
    /// </summary>
    /// <exception cref="CannotStartException">The message says what stands in the way and what to do.</exception>
    public static SigapDatabase OpenAsGuest(DatabaseOptions options, TimeProvider time) => options.Provider == DatabaseOptions.Postgresql
        ? PostgresSigapDatabase.OpenAsGuest(options, time)
        : SqliteSigapDatabase.OpenAsGuest(options, time);

    /// <summary>Reads, beside whatever is being written.</summary>
    public abstract Task<T> Read<T>(Func<DbConnection, T> read, CancellationToken cancel);

    /// <summary>
    /// Writes in one transaction. On SQLite it is the only one; on PostgreSQL others go on beside it, and when two stand in
    /// each other's way one is undone and <paramref name="write"/> is called again: it may do nothing but write.
    /// </summary>
    /// <exception cref="StorageFullException">The disk is nearly full.</exception>
    public abstract Task<T> Write<T>(Func<DbConnection, DbTransaction, T> write, CancellationToken cancel);

    public Task Write(Action<DbConnection, DbTransaction> write, CancellationToken cancel) => Write(
        (connection, transaction) =>
        {
            write(connection, transaction);
            return true;
        },
        cancel);

    /// <summary>Until the transaction ends nobody else in the whole cluster gets past this line with the same key.</summary>
    public abstract void WaitForTurn(DbConnection connection, DbTransaction transaction, long key);

    public abstract void Dispose();

    /// <summary>A connection ready for use: a commit is durable when it returns.</summary>
    internal abstract DbConnection Connect();
}
