using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sigap.Conversations;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Hosting;

/// <summary>Looks into the database of a running, stopped or killed Sigap, past the program.</summary>
/// <param name="unopened">Makes a connection, to be opened for one question.</param>
internal sealed class JournalOnDisk(Func<DbConnection> unopened)
{
    public JournalOnDisk(string file)
        : this(() => new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=10"))
    {
    }

    public static JournalOnDisk Of(TempPostgres database) => new(() => new NpgsqlConnection(database.Options.ConnectionString));

    public T Query<T>(string sql)
    {
        using var connection = Open();
        return connection.ExecuteScalar<T>(sql)!;
    }

    public IReadOnlyList<(string Conversation, IConversationEvent Event)> Events()
    {
        using var connection = Open();
        return
        [
            .. connection.Query<(string Id, byte[] Message, string Manifest)>(
                    "SELECT persistence_id, message, manifest FROM journal ORDER BY ordering")
                .Select(row => (row.Id["conversation|".Length..], (IConversationEvent)ConversationSerializer.Read(row.Message, row.Manifest))),
        ];
    }

    /// <summary>Every reply that was decided, and how it ended when it did.</summary>
    public ImmutableDictionary<(string Conversation, long Number), Settlement?> Replies()
    {
        var replies = ImmutableDictionary.CreateBuilder<(string, long), Settlement?>();
        foreach (var (conversation, happened) in Events())
        {
            switch (happened)
            {
                case TurnTaken turn:
                    for (var i = 0; i < turn.Replies.Length; i++)
                    {
                        replies[(conversation, turn.FirstReply + i)] = null;
                    }

                    break;
                case ReplySettled settled:
                    replies[(conversation, settled.Number)] = settled.As;
                    break;
            }
        }

        return replies.ToImmutable();
    }

    /// <summary>The replies of which the journal says that they may have arrived twice.</summary>
    public ImmutableHashSet<(string Conversation, long Number)> PossiblyTwice() =>
    [
        .. Events().Select(each => each.Event is ReplySettled { PossiblyTwice: true } settled ? (each.Conversation, settled.Number) : default)
            .Where(reply => reply.Number > 0),
    ];

    public int Turns() => Events().Count(each => each.Event is TurnTaken);

    /// <summary>Messages that wait in the inbox.</summary>
    public long Waiting() => Query<long>("SELECT COUNT(*) FROM inbox WHERE parked_at IS NULL");

    /// <summary>Nothing waits, nothing is owed any more, and the read tables have seen everything.</summary>
    public bool IsQuiet() =>
        Waiting() == 0
        && Query<long>("SELECT COUNT(*) FROM owed") == 0
        && Query<long>("SELECT COALESCE(MAX(ordering), 0) FROM journal")
            == Query<long>("SELECT COALESCE(MAX(ordering), 0) FROM projection_offset")
        && NothingIsOwed();

    public bool NothingIsOwed() => Replies().Values.All(settled => settled is not null);

    private DbConnection Open()
    {
        var connection = unopened();
        connection.Open();
        return connection;
    }
}
