using Npgsql;
using Sigap.Conversations;
using Sigap.Pickup;

namespace Sigap.Bench.Drill.Checks;

/// <summary>Reads the journal past the program, each time only what is new.</summary>
internal sealed class JournalReader(string connectionString)
{
    private long _last;

    public JournalPicture Picture { get; } = new();

    /// <summary>To be called when nothing is being written: a transaction still open would be passed over.</summary>
    public async Task Read(CancellationToken cancel)
    {
        await using var connection = await OnlookerConnection.Open(connectionString, cancel);
        await using var question = new NpgsqlCommand(
            "SELECT ordering, persistence_id, sequence_number, manifest, message FROM journal WHERE ordering > @last ORDER BY ordering",
            connection);
        question.Parameters.AddWithValue("last", _last);
        question.CommandTimeout = 0;
        await using var rows = await question.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var id = rows.GetString(1);
            var happened = JournalPicture.IsRead(id) ? Event(rows.GetString(3), rows.GetFieldValue<byte[]>(4)) : null;
            Picture.Take(id, rows.GetInt64(2), happened);
            _last = rows.GetInt64(0);
        }
    }

    private static object? Event(string manifest, byte[] message) => manifest switch
    {
        ConversationSerializer.TurnTakenManifest or ConversationSerializer.NoticeTakenManifest or ConversationSerializer.ReplySettledManifest =>
            ConversationSerializer.Read(message, manifest),
        PickupSerializer.ChangedManifest => PickupSerializer.Read(message, manifest),
        _ => null,
    };
}
