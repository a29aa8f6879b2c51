using System.Data.Common;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

/// <summary>A real, empty database of an engine, gone with the test.</summary>
public abstract class TestDatabase : IDisposable
{
    private readonly Lazy<SigapDatabase> _database;

    protected TestDatabase() => _database = new Lazy<SigapDatabase>(() => SigapDatabase.Open(Options, TimeProvider.System));

    public abstract DatabaseOptions Options { get; }

    /// <summary>Opened when first asked for.</summary>
    public SigapDatabase Database => _database.Value;

    /// <summary>A connection past the program, to be opened.</summary>
    public abstract DbConnection Connection();

    public void Dispose()
    {
        if (_database.IsValueCreated)
        {
            _database.Value.Dispose();
        }

        Remove();
        GC.SuppressFinalize(this);
    }

    protected abstract void Remove();
}
