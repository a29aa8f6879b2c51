using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Sigap.Host.Storage;

/// <summary>
/// Brings a database to the schema of this program: numbered scripts, each applied once, each in one transaction with the
/// note that it was. A script that has been released is never edited; a change is a new script.
/// </summary>
internal static class Migrations
{
    private const string Folder = "Sigap.Host.Storage.Migrations.Sqlite.";

    private static readonly IReadOnlyList<(int Version, string Resource)> Scripts =
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), name))
            .OrderBy(script => script.Item1),
    ];

    public static int Newest => Scripts[^1].Version;

    /// <summary>0 for a database without any of our tables.</summary>
    public static int VersionOf(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'") == 0
            ? 0
            : connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM schema_version");

    /// <exception cref="DatabaseTooNewException">A newer program has been here.</exception>
    public static void Apply(SqliteConnection connection, string file, DateTimeOffset now)
    {
        var found = VersionOf(connection);
        if (found > Newest)
        {
            throw new DatabaseTooNewException(file, found, Newest);
        }

        foreach (var (version, resource) in Scripts.Where(script => script.Version > found))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(
                """
                CREATE TABLE IF NOT EXISTS schema_version
                (version INTEGER NOT NULL PRIMARY KEY, script TEXT NOT NULL, applied_at INTEGER NOT NULL)
                """,
                transaction: transaction);
            connection.Execute(Text(resource), transaction: transaction);
            connection.Execute(
                "INSERT INTO schema_version (version, script, applied_at) VALUES (@version, @script, @appliedAt)",
                new { version, script = resource[Folder.Length..], appliedAt = now.ToUnixTimeMilliseconds() },
                transaction);
            transaction.Commit();
        }
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
