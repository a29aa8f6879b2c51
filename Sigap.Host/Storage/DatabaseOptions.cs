using Sigap.Host.Cluster;

namespace Sigap.Host.Storage;

/// <summary>Where the data is kept: section <c>Database</c>, and <c>ConnectionStrings:Sigap</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "Sigap";
    public const string ConnectionSetting = $"ConnectionStrings:{ConnectionName}";
    public const string Sqlite = "sqlite";
    public const string Postgresql = "postgresql";

    public string Provider { get; set; } = Sqlite;

    public string ConnectionString { get; set; } = SqliteConnectionText.Default;

    /// <summary>Whether a start brings the tables up to date. Without, <c>-- migrate</c> does, with rights of its own.</summary>
    public bool Migrate { get; set; } = true;

    /// <summary>SQLite: how long a statement waits for the file while another writer has it.</summary>
    public int BusyTimeoutSeconds { get; set; } = 5;

    /// <summary>SQLite: below this much free space nothing is written any more.</summary>
    public int MinimumFreeMegabytes { get; set; } = 200;

    /// <summary>PostgreSQL: connections at most, for the journal and again as many for everything else.</summary>
    public int PoolSize { get; set; } = 20;

    /// <summary>PostgreSQL: as which its administrator sees this node.</summary>
    public string ApplicationName { get; private set; } = "sigap";

    public static DatabaseOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        options.ConnectionString = configuration.GetConnectionString(ConnectionName)
            ?? (options.Provider == Postgresql ? "" : SqliteConnectionText.Default);
        var node = configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions();
        options.ApplicationName = node.IsAlone ? "sigap" : $"sigap {node.Hostname}:{node.Port}";
        return options;
    }

    /// <summary>The full path of the database file. SQLite only.</summary>
    public string File => SqliteConnectionText.File(ConnectionString);

    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Where the data is, in words for people: no secret is in it.</summary>
    public string Place => Provider == Postgresql ? PostgresConnectionText.Place(ConnectionString) : File;

    /// <returns>One sentence per problem: the setting, its value, the remedy. Empty when all is well.</returns>
    public IReadOnlyList<string> Validate() => [.. Problems()];

    private IEnumerable<string> Problems()
    {
        if (BusyTimeoutSeconds is < 1 or > 60)
        {
            yield return $"Database:BusyTimeoutSeconds is {BusyTimeoutSeconds}. Write a number from 1 to 60; 5 is the default.";
        }

        if (MinimumFreeMegabytes is < 0 or > 1_000_000)
        {
            yield return $"Database:MinimumFreeMegabytes is {MinimumFreeMegabytes}. Write a number from 0 to 1000000; 200 is the default.";
        }

        if (PoolSize is < 5 or > 500)
        {
            yield return $"Database:PoolSize is {PoolSize}. Write a number from 5 to 500; 20 is the default.";
        }

        var problem = Provider switch
        {
            Sqlite => SqliteConnectionText.Problem(ConnectionString),
            Postgresql => PostgresConnectionText.Problem(ConnectionString),
            _ => $"Database:Provider is \"{Provider}\", which is not a database Sigap knows. Write \"{Sqlite}\" or \"{Postgresql}\".",
        };
        if (problem is not null)
        {
            yield return problem;
        }
    }
}
