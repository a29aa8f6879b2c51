using System.Data.Common;
using Microsoft.Data.Sqlite;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

/// <summary>A database file in a folder of its own.</summary>
internal sealed class TempDatabase : TestDatabase
{
    public TempDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("sigap-test-").FullName;
        Options = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(Folder, "sigap.db")}", MinimumFreeMegabytes = 0 };
    }

    public string Folder { get; }

    public override DatabaseOptions Options { get; }

    public override DbConnection Connection() => new SqliteConnection($"{Options.ConnectionString};Pooling=False;Default Timeout=10");

    protected override void Remove() => Directory.Delete(Folder, recursive: true);
}
