using Npgsql;

namespace Sigap.Bench.Drill.Checks;

/// <summary>What the database holds besides the journal.</summary>
/// <param name="Inbox">Messages acknowledged that wait for their conversation.</param>
/// <param name="Parked">Messages given up.</param>
/// <param name="Owed">Replies that the read tables say are owed.</param>
/// <param name="Unread">Events of the journal that the read tables have not seen.</param>
/// <param name="Connections">Of everybody to this database but the drill itself.</param>
internal sealed record DatabaseLook(long Inbox, long Parked, long Owed, long Unread, long Connections)
{
    public bool OwesNothing => Inbox == 0 && Owed == 0 && Unread == 0;

    public static async Task<DatabaseLook> At(string connectionString, CancellationToken cancel)
    {
        await using var connection = await OnlookerConnection.Open(connectionString, cancel);
        await using var question = new NpgsqlCommand(
            $"""
            SELECT (SELECT COUNT(*) FROM inbox WHERE parked_at IS NULL),
                   (SELECT COUNT(*) FROM inbox WHERE parked_at IS NOT NULL),
                   (SELECT COUNT(*) FROM owed),
                   GREATEST(0, (SELECT COALESCE(MAX(ordering), 0) FROM journal) - (SELECT COALESCE(MAX(ordering), 0) FROM projection_offset)),
                   (SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> '{OnlookerConnection.Name}')
            """,
            connection);
        await using var row = await question.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new DatabaseLook(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
    }

    /// <summary>For a drain: a database that is away owes we do not know what.</summary>
    public static async Task<bool> SaysNothingIsOwed(string connectionString, CancellationToken cancel)
    {
        try
        {
            return (await At(connectionString, cancel)).OwesNothing;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
