using System.Security.Authentication;
using Npgsql;

namespace Sigap.Host.Storage;

/// <summary>Says what stands between Sigap and PostgreSQL, in words for who has to mend it. The password is never in them.</summary>
internal static class PostgresProblem
{
    /// <summary>Null for a failure that has nothing to do with PostgreSQL.</summary>
    public static string? Explain(Exception failure, string connectionString)
    {
        var parsed = new NpgsqlConnectionStringBuilder(connectionString);
        var (server, place) = (PostgresConnectionText.Server(parsed), PostgresConnectionText.Place(parsed));
        return failure switch
        {
            PostgresException refused => Refused(refused, parsed, server, place),
            NpgsqlException when failure.InnerException is AuthenticationException || failure.Message.Contains("SSL", StringComparison.Ordinal) =>
                $"PostgreSQL at {server} and Sigap do not agree on TLS: {Cause(failure)} Correct SSL Mode and Root Certificate in {Setting}.",
            NpgsqlException when failure.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
                $"PostgreSQL at {server} wants a password for the user \"{parsed.Username}\". Write it as Password in {Setting}.",
            NpgsqlException or TimeoutException =>
                $"PostgreSQL at {server} does not answer: {Cause(failure)} Start it, or correct Host and Port in {Setting}.",
            _ => null,
        };
    }

    private const string Setting = DatabaseOptions.ConnectionSetting;

    private static string Refused(PostgresException refused, NpgsqlConnectionStringBuilder parsed, string server, string place) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"PostgreSQL at {server} does not let the user \"{parsed.Username}\" in: {refused.MessageText}. Correct Username and " +
                $"Password in {Setting}, or the server's pg_hba.conf.",
            PostgresErrorCodes.InvalidCatalogName =>
                $"PostgreSQL at {server} has no database \"{parsed.Database}\". Make it (CREATE DATABASE {parsed.Database} OWNER " +
                $"{parsed.Username} ENCODING 'UTF8'), or correct Database in {Setting}.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"The user \"{parsed.Username}\" lacks rights in the database {place}: {refused.MessageText}. To make tables it needs " +
                "GRANT CREATE ON SCHEMA public; or let the command \"migrate\" make them as a user who may, set Database:Migrate to false, and " +
                PostgresDemands.GrantRemedy,
            PostgresErrorCodes.CannotConnectNow =>
                $"PostgreSQL at {server} is starting up or shutting down: {refused.MessageText}. Start Sigap again when it is ready.",
            PostgresErrorCodes.TooManyConnections =>
                $"PostgreSQL at {server} has no connection left: {refused.MessageText}. Raise its max_connections, or lower " +
                "Database:PoolSize.",
            _ => $"The database {place} cannot be used: {refused.MessageText} ({refused.SqlState}). Check it, or name another one in {Setting}.",
        };

    private static string Cause(Exception failure)
    {
        var cause = failure.GetBaseException().Message.Trim();
        return cause.EndsWith('.') ? cause : cause + ".";
    }
}
