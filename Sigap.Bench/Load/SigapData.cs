using System.Security.Cryptography;
using Sigap.Bench.Databases;

namespace Sigap.Bench.Load;

/// <summary>A folder and a database for the data of one run; gone when the run is over.</summary>
internal sealed class SigapData : IAsyncDisposable
{
    private SigapData(string folder, BenchDatabase database) => (Folder, Database) = (folder, database);

    public string Folder { get; }

    public BenchDatabase Database { get; }

    public string MasterKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <exception cref="BenchProblem">There is no PostgreSQL to start.</exception>
    public static async Task<SigapData> In(string parent, bool onPostgres)
    {
        Directory.CreateDirectory(parent);
        BenchDatabase? postgres = onPostgres ? await PostgresBenchDatabase.Start(parent) : null;
        var folder = Path.Combine(parent, $"sigap-bench-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        return new SigapData(folder, postgres ?? new SqliteBenchDatabase(folder));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
