using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sigap.Bench.Databases;

/// <summary>A file in the folder of the run, which goes as a whole.</summary>
internal sealed class SqliteBenchDatabase(string folder) : BenchDatabase
{
    private readonly string _file = Path.Combine(folder, "sigap.db");

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database__Provider"] = "sqlite",
        ["ConnectionStrings__Sigap"] = $"Data Source={_file}",
    };

    /// <summary>All pages, the ones still in the write-ahead log included.</summary>
    public override string SizeQuestion => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

    public override DbConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
