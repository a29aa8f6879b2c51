using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;

namespace Sigap.Bench.Drill.Checks;

/// <summary>
/// I8, and that nobody reads another's: the texts an applicant gets are the answers to that applicant's own messages, one after
/// the other. The order is the journal's; the words are those that came to the Graph API.
/// </summary>
internal static class AnswersFitTheirMessages
{
    public static IEnumerable<Finding> In(DrillEvidence evidence)
    {
        var words = evidence.Sends.Where(send => send.IsTaken).ToLookup(send => (send.Conversation, send.Reply));
        var refused = evidence.Sends
            .Where(send => send.Behaviour == GraphBehaviour.BadRequest)
            .Select(send => (send.Conversation, send.Reply))
            .ToHashSet();
        var owners = new Dictionary<string, Citizen>();
        foreach (var message in evidence.Messages)
        {
            if (evidence.Journal.Turns.GetValueOrDefault(message.Fingerprint) is not { } turn)
            {
                continue;
            }

            owners.TryAdd(turn.Conversation, message.From);
            if (message.Mark is { } mark && !turn.IsLate && !IsOvertaken(evidence, turn) && !IsRefused(turn)
                && !Answers(turn).Any(text => text.Contains(mark, StringComparison.Ordinal)))
            {
                yield return new Finding(
                    "I8", Harm.Other, $"answer {message}",
                    $"{message} asks for \"{mark}\"; what came for turn {turn.Place} of conversation {turn.Conversation} does not have it");
            }
        }

        foreach (var send in evidence.Sends.Where(send => owners.TryGetValue(send.Conversation, out var owner) && owner.Phone != send.Phone))
        {
            yield return new Finding(
                "I8", Harm.Other, $"stranger {send.Order}",
                $"reply {send.Reply} of conversation {send.Conversation} went to a phone that is not its applicant's");
        }

        IEnumerable<string> Answers(TurnSeen turn) => Enumerable.Range(0, turn.Replies)
            .SelectMany(i => words[(turn.Conversation, turn.FirstReply + i)])
            .Select(send => send.Text);

        // For good: there is nothing to send again.
        bool IsRefused(TurnSeen turn) => Enumerable.Range(0, turn.Replies).Any(i => refused.Contains((turn.Conversation, turn.FirstReply + i)));
    }

    /// <summary>A younger message was handled just before: the dialogue does not go back for an older one.</summary>
    private static bool IsOvertaken(DrillEvidence evidence, TurnSeen turn)
    {
        var turns = evidence.Journal.Conversations[turn.Conversation].Turns;
        for (var place = turn.Place - 1; place >= Math.Max(0, turn.Place - 20); place--)
        {
            if (turns[place].SentAt > turn.SentAt)
            {
                return true;
            }
        }

        return false;
    }
}
