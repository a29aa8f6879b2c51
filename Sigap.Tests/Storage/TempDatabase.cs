using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

/// <summary>A real database file in a folder of its own, gone with the test.</summary>
internal sealed class TempDatabase : IDisposable
{
    private readonly Lazy<SigapDatabase> _database;

    public TempDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("sigap-test-").FullName;
        Options = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(Folder, "sigap.db")}", MinimumFreeMegabytes = 0 };
        _database = new Lazy<SigapDatabase>(() => SigapDatabase.Open(Options, TimeProvider.System));
    }

    public string Folder { get; }

    public DatabaseOptions Options { get; }

    /// <summary>Opened when first asked for.</summary>
    public SigapDatabase Database => _database.Value;

    public void Dispose()
    {
        if (_database.IsValueCreated)
        {
            _database.Value.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
