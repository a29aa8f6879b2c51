using Dapper;
using Npgsql;

namespace Sigap.Host.Storage;

/// <summary>What Sigap needs of a PostgreSQL database beyond its being there.</summary>
internal static class PostgresDemands
{
    /// <summary>The oldest one Sigap is tested with.</summary>
    public const int OldestMajor = 15;

    public const string GrantRemedy = "grant it the use of all: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public";

    /// <summary>Looks at every table the migrations made: one forgotten would only be missed by an applicant.</summary>
    /// <exception cref="CannotStartException">The user may not use them all.</exception>
    public static void CheckRights(NpgsqlConnection connection, string place)
    {
        var forbidden = connection.ExecuteScalar<string?>(
            """
            SELECT string_agg(DISTINCT ours.tablename, ', ')
            FROM pg_tables ours
            JOIN pg_tables version ON version.tablename = 'schema_version' AND version.schemaname = ours.schemaname
                                  AND version.tableowner = ours.tableowner
            CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) right_wanted
            WHERE ours.schemaname = ANY (current_schemas(false))
              AND NOT has_table_privilege(format('%I.%I', ours.schemaname, ours.tablename), right_wanted)
            """);
        if (forbidden is not null)
        {
            throw new CannotStartException(
                $"The user Sigap signs in as may not use every table of the database {place}: {forbidden}. As their owner " + GrantRemedy);
        }
    }

    /// <exception cref="CannotStartException">Too old, a standby, another encoding, or commits that are not durable.</exception>
    public static void Check(NpgsqlConnection connection, string place)
    {
        var found = connection.QuerySingle<Found>(
            """
            SELECT current_setting('server_encoding') AS Encoding, current_setting('synchronous_commit') AS SynchronousCommit,
                   pg_is_in_recovery() AS IsStandby
            """);
        if (Problem(connection.PostgreSqlVersion, found, place) is { } problem)
        {
            throw new CannotStartException(problem);
        }
    }

    internal static string? Problem(Version version, Found found, string place) => found switch
    {
        _ when version.Major < OldestMajor =>
            $"The database {place} is kept by PostgreSQL {version}; Sigap needs {OldestMajor} or newer. Upgrade the server, or name " +
            $"another one in {DatabaseOptions.ConnectionSetting}.",
        { IsStandby: true } =>
            $"The database {place} is a standby, which cannot be written. Name the primary in {DatabaseOptions.ConnectionSetting}.",
        { Encoding: not "UTF8" } =>
            $"The database {place} has the encoding {found.Encoding}, which cannot hold what applicants write. Make one with: " +
            "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
        { SynchronousCommit: "off" } =>
            $"The database {place} has synchronous_commit = off: what was acknowledged could be lost with the server's power. Turn it " +
            "on for the user Sigap signs in as: ALTER ROLE … SET synchronous_commit = on",
        _ => null,
    };

    internal sealed class Found
    {
        public required string Encoding { get; init; }

        public required string SynchronousCommit { get; init; }

        public bool IsStandby { get; init; }
    }
}
