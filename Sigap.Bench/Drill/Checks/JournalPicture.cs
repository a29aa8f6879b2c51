using System.Globalization;
using Sigap.Conversations;
using Sigap.Pickup;

namespace Sigap.Bench.Drill.Checks;

/// <summary>What the journal says happened, folded event by event as it grows. Nothing of it comes from inside a node.</summary>
internal sealed class JournalPicture
{
    private const string ConversationPrefix = "conversation|";
    private const string PickupPrefix = "pickup|";

    private readonly Dictionary<string, long> _streams = [];
    private readonly Dictionary<string, ConversationSeen> _conversations = [];
    private readonly Dictionary<ulong, TurnSeen> _turns = [];
    private readonly Dictionary<PickupDayId, PickupDay> _days = [];
    private readonly List<TurnSeen> _again = [];
    private readonly List<string> _gaps = [];

    public IReadOnlyDictionary<string, ConversationSeen> Conversations => _conversations;

    /// <summary>The first turn of each message.</summary>
    public IReadOnlyDictionary<ulong, TurnSeen> Turns => _turns;

    /// <summary>Turns of messages that had one already.</summary>
    public IReadOnlyList<TurnSeen> Again => _again;

    public IReadOnlyDictionary<PickupDayId, PickupDay> Days => _days;

    /// <summary>Streams with a number missing or twice, in words.</summary>
    public IReadOnlyList<string> Gaps => _gaps;

    /// <param name="happened">Null for an event of a stream that no check asks about.</param>
    public void Take(string persistenceId, long sequence, object? happened)
    {
        Follow(persistenceId, sequence);
        if (persistenceId.StartsWith(ConversationPrefix, StringComparison.Ordinal))
        {
            Take(Conversation(persistenceId[ConversationPrefix.Length..]), happened);
        }
        else if (happened is IPickupEvent change && PickupDayId.Parse(persistenceId[PickupPrefix.Length..]) is { } day)
        {
            _days[day] = PickupEvolution.Evolve(_days.GetValueOrDefault(day, PickupDay.Origin), change);
        }
    }

    public static bool IsRead(string persistenceId) =>
        persistenceId.StartsWith(ConversationPrefix, StringComparison.Ordinal)
        || persistenceId.StartsWith(PickupPrefix, StringComparison.Ordinal);

    private void Follow(string persistenceId, long sequence)
    {
        var expected = _streams.GetValueOrDefault(persistenceId) + 1;
        if (sequence != expected)
        {
            _gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{persistenceId}: number {sequence} stands where {expected} belongs"));
        }

        _streams[persistenceId] = sequence;
    }

    private ConversationSeen Conversation(string id)
    {
        if (!_conversations.TryGetValue(id, out var conversation))
        {
            _conversations[id] = conversation = new ConversationSeen(id);
        }

        return conversation;
    }

    private void Take(ConversationSeen conversation, object? happened)
    {
        switch (happened)
        {
            case TurnTaken taken:
                var turn = conversation.Take(taken);
                if (!_turns.TryAdd(turn.Message, turn))
                {
                    _again.Add(turn);
                }

                break;
            case NoticeTaken notice:
                conversation.Take(notice);
                break;
            case ReplySettled settled:
                conversation.Take(settled);
                break;
        }
    }
}
