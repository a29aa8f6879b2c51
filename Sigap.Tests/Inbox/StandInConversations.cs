using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Host.Inbox;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Inbox;

/// <summary>Conversations that hear a message once, as the real ones do, and are away when they are told to be.</summary>
internal sealed class StandInConversations : IHearing
{
    private readonly ConcurrentDictionary<ConversationId, ImmutableList<int>> _heard = [];
    private readonly ConcurrentQueue<Hear> _apologies = [];
    private int _asked;

    public ImmutableHashSet<ConversationId> Away { get; set; } = [];

    /// <summary>Messages that are never heard.</summary>
    public ImmutableHashSet<(ConversationId Conversation, int Number)> Poisonous { get; set; } = [];

    /// <summary>Messages are heard, and nobody learns of it.</summary>
    public bool AnswersAreLost { get; set; }

    /// <summary>What an answer waits for.</summary>
    public Func<Hear, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Messages that were told without their content, because with it they could not be handled.</summary>
    public IReadOnlyCollection<Hear> Apologies => _apologies;

    public int Asked => Volatile.Read(ref _asked);

    public ImmutableList<int> Heard(string phone) => _heard.GetValueOrDefault(Messages.ConversationOf(phone), []);

    public async Task<bool> Hear(Hear hear, TimeSpan patience, CancellationToken cancel)
    {
        if (hear.Message.Content == InboundContent.Unsupported.Unprocessed)
        {
            _apologies.Enqueue(hear);
            return !Away.Contains(hear.Conversation);
        }

        Interlocked.Increment(ref _asked);
        await Before(hear);

        var number = Messages.Number(hear);
        if (Away.Contains(hear.Conversation) || Poisonous.Contains((hear.Conversation, number)))
        {
            return false;
        }

        _heard.AddOrUpdate(hear.Conversation, [number], (_, heard) => heard.Contains(number) ? heard : heard.Add(number));
        return !AnswersAreLost;
    }
}
