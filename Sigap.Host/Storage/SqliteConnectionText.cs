using Microsoft.Data.Sqlite;

namespace Sigap.Host.Storage;

/// <summary>The connection string of the embedded database: checked, and completed with what Sigap needs.</summary>
internal static class SqliteConnectionText
{
    public const string Default = "Data Source=data/sigap.db";

    public static string File(string text) => Path.GetFullPath(new SqliteConnectionStringBuilder(text).DataSource);

    /// <summary>What every connection uses, the journal's included: one text, so that they share one pool.</summary>
    public static string Effective(DatabaseOptions options) => new SqliteConnectionStringBuilder(options.ConnectionString)
    {
        DataSource = options.File,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = options.BusyTimeoutSeconds,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    /// <returns>Null when all is well. The text may hold a password one day: it is not repeated.</returns>
    public static string? Problem(string text)
    {
        const string remedy = $"Write for example \"{Default}\".";
        SqliteConnectionStringBuilder parsed;
        try
        {
            parsed = new SqliteConnectionStringBuilder(text);
        }
        catch (ArgumentException)
        {
            return $"{DatabaseOptions.ConnectionSetting} is not a SQLite connection string. {remedy}";
        }

        return parsed switch
        {
            { DataSource: "" } => $"{DatabaseOptions.ConnectionSetting} names no file (Data Source). {remedy}",
            { DataSource: ":memory:" } or { Mode: SqliteOpenMode.Memory } =>
                $"{DatabaseOptions.ConnectionSetting} keeps the data in memory, where a restart loses it. {remedy}",
            { Mode: SqliteOpenMode.ReadOnly } => $"{DatabaseOptions.ConnectionSetting} is read-only (Mode). {remedy}",
            { Cache: SqliteCacheMode.Shared } =>
                $"{DatabaseOptions.ConnectionSetting} has Cache=Shared, which makes writers fail at once instead of waiting. Leave it out.",
            _ => null,
        };
    }
}
