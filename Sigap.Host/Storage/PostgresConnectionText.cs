using Npgsql;

namespace Sigap.Host.Storage;

/// <summary>The connection string of a PostgreSQL database: checked, and completed with what Sigap needs.</summary>
internal static class PostgresConnectionText
{
    public const string Example = "Host=localhost;Database=sigap;Username=sigap;Password=…";

    /// <summary>Which database on which server: everything a person needs to find it, and no secret.</summary>
    public static string Place(string text) => Place(new NpgsqlConnectionStringBuilder(text));

    public static string Place(NpgsqlConnectionStringBuilder parsed) =>
        $"\"{parsed.Database}\" on PostgreSQL at {Server(parsed)}";

    public static string Server(NpgsqlConnectionStringBuilder parsed) =>
        parsed.Host!.Contains(',', StringComparison.Ordinal) ? parsed.Host : $"{parsed.Host}:{parsed.Port}";

    /// <summary>
    /// The server's own patience with us, for when it cannot hear that we are gone: nothing a dead or paused node began may hold up the
    /// others for long. Of its settings tcp_user_timeout and client_connection_check_interval are left alone, for not every server's
    /// system has them; what they would end, these end as well.
    /// </summary>
    private const string Patience = "-c statement_timeout=8s -c lock_timeout=3s -c idle_in_transaction_session_timeout=10s";

    /// <summary>
    /// Keywords the operator wrote stand; the others get values that let the driver report a silent server before the
    /// journal's own patience (10 s) ends.
    /// </summary>
    public static string Effective(DatabaseOptions options)
    {
        var parsed = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        SetUnlessGiven(parsed, "Application Name", options.ApplicationName);
        SetUnlessGiven(parsed, "Maximum Pool Size", options.PoolSize);
        SetUnlessGiven(parsed, "Minimum Pool Size", Math.Min(2, options.PoolSize));
        SetUnlessGiven(parsed, "Timeout", 5);
        SetUnlessGiven(parsed, "Command Timeout", 8);
        SetUnlessGiven(parsed, "Cancellation Timeout", 1000);
        SetUnlessGiven(parsed, "Keepalive", 15);
        SetUnlessGiven(parsed, "Tcp Keepalive", true);
        SetUnlessGiven(parsed, "Options", Patience);

        // An error that quotes the row it failed on would carry personal data into the log.
        parsed.IncludeErrorDetail = false;
        return parsed.ConnectionString;
    }

    /// <returns>Null when all is well. The text holds a password: it is not repeated.</returns>
    public static string? Problem(string text)
    {
        const string remedy = $"Write for example \"{Example}\".";
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"{DatabaseOptions.ConnectionSetting} is empty, and PostgreSQL has no default place. {remedy}";
        }

        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return $"{DatabaseOptions.ConnectionSetting} is not a PostgreSQL connection string. {remedy}";
        }

        return parsed switch
        {
            { Host: null or "" } => $"{DatabaseOptions.ConnectionSetting} names no server (Host). {remedy}",
            { Database: null or "" } => $"{DatabaseOptions.ConnectionSetting} names no database (Database). {remedy}",
            { Username: null or "" } => $"{DatabaseOptions.ConnectionSetting} names no user (Username). {remedy}",
            { Multiplexing: true } => $"{DatabaseOptions.ConnectionSetting} has Multiplexing=true, which Sigap's transactions cannot use. Leave it out.",
            _ => null,
        };
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder parsed, string keyword, object value)
    {
        if (!parsed.ShouldSerialize(keyword))
        {
            parsed[keyword] = value;
        }
    }
}
