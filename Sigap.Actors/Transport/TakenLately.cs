using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>
/// What WhatsApp took a moment ago, or may have taken. A conversation that did not hear of it in time hands its reply over once
/// more; it is told again then, and the applicant does not get it twice.
/// </summary>
internal sealed class TakenLately
{
    /// <summary>Longer than a database is away as a rule: meanwhile no conversation can write down what it heard.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(ConversationId, long), ReplyOutcome> _outcomes = [];
    private readonly Queue<(ReplyOutcome Outcome, DateTimeOffset At)> _inOrder = new();

    public void Remember(ReplyOutcome outcome, DateTimeOffset now)
    {
        Forget(now);
        if (outcome.Verdict is SendVerdict.Accepted or SendVerdict.Unknown)
        {
            _outcomes[(outcome.Conversation, outcome.Number)] = outcome;
            _inOrder.Enqueue((outcome, now));
        }
    }

    /// <summary>Null when it has to be sent.</summary>
    public ReplyOutcome? Find(Deliver deliver, DateTimeOffset now) =>
        deliver.Unanswered is { } first ? Find((deliver.Conversation, deliver.Number), first, now) : null;

    /// <param name="first">The first attempt whose end the conversation does not know.</param>
    public ReplyOutcome? Find((ConversationId, long) reply, int first, DateTimeOffset now)
    {
        Forget(now);
        return _outcomes.TryGetValue(reply, out var outcome) && outcome.Attempt >= first ? outcome : null;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_inOrder.TryPeek(out var oldest) && oldest.At <= now - Kept)
        {
            _inOrder.Dequeue();
            var key = (oldest.Outcome.Conversation, oldest.Outcome.Number);
            if (_outcomes.GetValueOrDefault(key) == oldest.Outcome)
            {
                _outcomes.Remove(key);
            }
        }
    }
}
