using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Sigap.Host.Storage;

/// <summary>
/// Brings a database to the schema of this program: numbered scripts, each applied once, each in one transaction with the
/// note that it was. A script that has been released is never edited; a change is a new script, one for each engine.
/// </summary>
internal sealed class Migrations
{
    /// <summary>SQLite's own transaction already keeps every other writer out.</summary>
    public static readonly Migrations Sqlite = new(
        "Sqlite", "SELECT count(*) > 0 FROM sqlite_master WHERE name = 'schema_version'", lockOut: null);

    /// <summary>
    /// The number of the lock means nothing; it only has to stay the same for ever. The question is a query, for to_regclass
    /// answers from a cache that a wait for the lock leaves old.
    /// </summary>
    public static readonly Migrations Postgresql = new(
        "Postgresql",
        "SELECT count(*) > 0 FROM pg_tables WHERE tablename = 'schema_version' AND schemaname = ANY (current_schemas(false))",
        """
        SET LOCAL statement_timeout = 0;
        SET LOCAL lock_timeout = 0;
        SELECT pg_advisory_xact_lock(6210909000001)
        """);

    // A script may take its time on a large table, and a second node waits for it.
    private const int PatienceSeconds = 3600;

    private readonly string _hasVersions;
    private readonly string? _lockOut;
    private readonly IReadOnlyList<Script> _scripts;

    private Migrations(string folder, string hasVersions, string? lockOut)
    {
        var prefix = $"Sigap.Host.Storage.Migrations.{folder}.";
        _hasVersions = hasVersions;
        _lockOut = lockOut;
        _scripts =
        [
            .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
                .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .Select(resource => Script.Of(resource, resource[prefix.Length..]))
                .OrderBy(script => script.Version),
        ];
    }

    public int Newest => _scripts[^1].Version;

    public IEnumerable<string> Names => _scripts.Select(script => script.Name);

    /// <summary>0 for a database without any of our tables.</summary>
    public int VersionOf(DbConnection connection, DbTransaction? transaction = null) =>
        connection.ExecuteScalar<bool>(_hasVersions, transaction: transaction)
            ? connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM schema_version", transaction: transaction)
            : 0;

    /// <summary>Applies what is missing, or demands that nothing is when the settings leave that to <c>-- migrate</c>.</summary>
    /// <exception cref="CannotStartException">A newer program has been here, or the tables are older and may not be changed.</exception>
    public void Bring(DbConnection connection, DatabaseOptions options, DateTimeOffset now)
    {
        var found = VersionOf(connection);
        if (options.Migrate || found > Newest)
        {
            Apply(connection, options.Place, now);
        }
        else if (found < Newest)
        {
            throw new CannotStartException(
                $"The database {options.Place} has schema version {found}, this program needs {Newest}, and Database:Migrate is " +
                "false. Run it once with the command \"migrate\" as a user who may make tables, or set Database:Migrate to true.");
        }
    }

    /// <exception cref="DatabaseTooNewException">A newer program has been here.</exception>
    public void Apply(DbConnection connection, string place, DateTimeOffset now)
    {
        while (true)
        {
            var found = VersionOf(connection);
            if (found > Newest)
            {
                throw new DatabaseTooNewException(place, found, Newest);
            }

            if (found == Newest)
            {
                return;
            }

            ApplyNext(connection, now);
        }
    }

    /// <exception cref="CannotStartException">The tables are those of another version.</exception>
    public void DemandOfGuest(DbConnection connection, string place)
    {
        var found = VersionOf(connection);
        if (found != Newest)
        {
            throw new CannotStartException(
                $"The running Sigap uses schema version {found} of {place}, this program {Newest}. " +
                "Stop the service and start it with this version first.");
        }
    }

    /// <summary>Looks again once it is alone: another node may have been faster.</summary>
    private void ApplyNext(DbConnection connection, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        if (_lockOut is not null)
        {
            connection.Execute(_lockOut, transaction: transaction, commandTimeout: PatienceSeconds);
        }

        var found = VersionOf(connection, transaction);
        if (_scripts.FirstOrDefault(script => script.Version > found) is not { } next)
        {
            return;
        }

        connection.Execute(
            """
            CREATE TABLE IF NOT EXISTS schema_version
            (version INTEGER NOT NULL PRIMARY KEY, script TEXT NOT NULL, applied_at BIGINT NOT NULL)
            """,
            transaction: transaction);
        connection.Execute(next.Text(), transaction: transaction, commandTimeout: PatienceSeconds);
        connection.Execute(
            "INSERT INTO schema_version (version, script, applied_at) VALUES (@Version, @Name, @appliedAt)",
            new { next.Version, next.Name, appliedAt = now.ToUnixTimeMilliseconds() },
            transaction);
        transaction.Commit();
    }

    private sealed record Script(int Version, string Name, string Resource)
    {
        public static Script Of(string resource, string name) => new(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, resource);

        public string Text()
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }
}
