using Microsoft.Data.Sqlite;

namespace Sigap.Host.Storage;

/// <summary>Where the data is kept: section <c>Database</c>, and <c>ConnectionStrings:Sigap</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "Sigap";
    public const string Sqlite = "sqlite";
    public const string Postgresql = "postgresql";
    public const string DefaultConnectionString = "Data Source=data/sigap.db";

    public string Provider { get; set; } = Sqlite;

    public string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>How long a statement waits for the file while another writer has it.</summary>
    public int BusyTimeoutSeconds { get; set; } = 5;

    /// <summary>Below this much free space nothing is written any more.</summary>
    public int MinimumFreeMegabytes { get; set; } = 200;

    public static DatabaseOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (configuration.GetConnectionString(ConnectionName) is { } given)
        {
            options.ConnectionString = given;
        }

        return options;
    }

    /// <summary>The full path of the database file.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>What every connection uses, the journal's included: one text, so that they share one pool.</summary>
    public string EffectiveConnectionString => new SqliteConnectionStringBuilder(ConnectionString)
    {
        DataSource = File,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = BusyTimeoutSeconds,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    /// <returns>One sentence per problem: the setting, its value, the remedy. Empty when all is well.</returns>
    public IReadOnlyList<string> Validate() => [.. Problems()];

    private IEnumerable<string> Problems()
    {
        if (Provider == Postgresql)
        {
            yield return $"Database:Provider is \"{Postgresql}\", which this version cannot use yet. Write \"{Sqlite}\".";
        }
        else if (Provider != Sqlite)
        {
            yield return $"Database:Provider is \"{Provider}\", which is not a database Sigap knows. Write \"{Sqlite}\".";
        }

        if (BusyTimeoutSeconds is < 1 or > 60)
        {
            yield return $"Database:BusyTimeoutSeconds is {BusyTimeoutSeconds}. Write a number from 1 to 60; 5 is the default.";
        }

        if (MinimumFreeMegabytes is < 0 or > 1_000_000)
        {
            yield return $"Database:MinimumFreeMegabytes is {MinimumFreeMegabytes}. Write a number from 0 to 1000000; 200 is the default.";
        }

        if (Provider == Sqlite && ConnectionProblem() is { } problem)
        {
            yield return problem;
        }
    }

    // The connection string may hold a password one day: it is not repeated in the message.
    private string? ConnectionProblem()
    {
        const string remedy = $"Write for example \"{DefaultConnectionString}\".";
        SqliteConnectionStringBuilder parsed;
        try
        {
            parsed = new SqliteConnectionStringBuilder(ConnectionString);
        }
        catch (ArgumentException)
        {
            return $"ConnectionStrings:{ConnectionName} is not a SQLite connection string. {remedy}";
        }

        return parsed switch
        {
            { DataSource: "" } => $"ConnectionStrings:{ConnectionName} names no file (Data Source). {remedy}",
            { DataSource: ":memory:" } or { Mode: SqliteOpenMode.Memory } =>
                $"ConnectionStrings:{ConnectionName} keeps the data in memory, where a restart loses it. {remedy}",
            { Mode: SqliteOpenMode.ReadOnly } => $"ConnectionStrings:{ConnectionName} is read-only (Mode). {remedy}",
            { Cache: SqliteCacheMode.Shared } =>
                $"ConnectionStrings:{ConnectionName} has Cache=Shared, which makes writers fail at once instead of waiting. Leave it out.",
            _ => null,
        };
    }
}
