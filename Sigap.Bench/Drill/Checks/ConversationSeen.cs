using Sigap.Conversations;

namespace Sigap.Bench.Drill.Checks;

/// <summary>A conversation as the journal has it.</summary>
internal sealed class ConversationSeen(string id)
{
    private readonly List<TurnSeen> _turns = [];
    private readonly Dictionary<long, ReplySettled?> _replies = [];

    public string Id => id;

    public IReadOnlyList<TurnSeen> Turns => _turns;

    /// <summary>Every reply decided, and how it ended when it did.</summary>
    public IReadOnlyDictionary<long, ReplySettled?> Replies => _replies;

    public TurnSeen Take(TurnTaken taken)
    {
        var turn = new TurnSeen(id, _turns.Count, taken.Message, taken.SentAt, taken.HeardAt, taken.FirstReply, taken.Replies.Length);
        _turns.Add(turn);
        for (var i = 0; i < taken.Replies.Length; i++)
        {
            _replies.TryAdd(taken.FirstReply + i, null);
        }

        return turn;
    }

    public void Take(NoticeTaken taken) => _replies.TryAdd(taken.Number, null);

    public void Take(ReplySettled settled) => _replies[settled.Number] = settled;
}
