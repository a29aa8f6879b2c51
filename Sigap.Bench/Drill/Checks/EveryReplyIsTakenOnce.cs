using Sigap.Bench.Drill.Graph;

namespace Sigap.Bench.Drill.Checks;

/// <summary>
/// I3: every reply that was decided was taken by the Graph API, once. More than once only where Sigap could not know that it
/// was taken: where a fault left that open the journal says so, where a node died in between nobody can.
/// </summary>
internal static class EveryReplyIsTakenOnce
{
    public static IEnumerable<Finding> In(DrillEvidence evidence)
    {
        var sends = evidence.Sends.GroupBy(send => (send.Conversation, send.Reply)).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var conversation in evidence.Journal.Conversations.Values)
        {
            foreach (var number in conversation.Replies.Keys)
            {
                var of = sends.GetValueOrDefault((conversation.Id, number), []);
                foreach (var finding in About(evidence, conversation, number, of))
                {
                    yield return finding;
                }
            }
        }

        foreach (var turn in evidence.Journal.Turns.Values.Where(turn => turn is { Replies: 0, IsLate: false }))
        {
            yield return new Finding(
                "I3", Harm.Lost, $"silent {turn.Conversation} {turn.Place}", $"turn {turn.Place} of conversation {turn.Conversation} owes no reply");
        }

        foreach (var ghost in sends.Keys.Where(key => !IsDecided(evidence.Journal, key)))
        {
            yield return new Finding(
                "I3", Harm.Other, $"ghost {ghost}", $"reply {ghost.Reply} of conversation {ghost.Conversation} was sent and stands in no event");
        }
    }

    private static IEnumerable<Finding> About(DrillEvidence evidence, ConversationSeen conversation, long number, GraphSend[] sends)
    {
        GraphSend[] taken = [.. sends.Where(send => send.IsTaken)];
        var name = $"reply {number} of conversation {conversation.Id}";
        if (taken.Length == 0 && !sends.Any(send => send.Behaviour == GraphBehaviour.BadRequest))
        {
            var how = conversation.Replies[number]?.As.ToString() ?? "still owed";
            yield return new Finding("I3", Harm.Lost, $"unsent {name}", $"{name} was decided and never taken, in {sends.Length} sends; the journal has it as {how}");
        }

        for (var i = 1; i < taken.Length; i++)
        {
            yield return Repeated(evidence, conversation, number, name, taken[i - 1], taken[i]);
        }
    }

    private static Finding Repeated(
        DrillEvidence evidence, ConversationSeen conversation, long number, string name, GraphSend first, GraphSend second)
    {
        var key = $"{name}, send {second.Order}";
        var when = $"{name} was taken at {first.At:hh\\:mm\\:ss\\.fff} and at {second.At:hh\\:mm\\:ss\\.fff}";
        if (evidence.Disturbances.FirstOrDefault(disturbance => disturbance.MayHaveCut(first.At, second.At)) is { } cut)
        {
            return new Finding("I3", Harm.PossiblyTwice, key, $"{when}, around \"{cut.Name}\"");
        }

        if (first.IsTold)
        {
            return new Finding("I3", Harm.Twice, key, $"{when}, though the first send was answered and nothing was broken");
        }

        return conversation.Replies[number] is { PossiblyTwice: true }
            ? new Finding("I3", Harm.PossiblyTwice, key, $"{when}: the first ended in {first.Behaviour}")
            : new Finding("I3", Harm.Twice, key, $"{when}: the first ended in {first.Behaviour}, and the journal does not say possibly twice");
    }

    private static bool IsDecided(JournalPicture journal, (string Conversation, long Reply) key) =>
        journal.Conversations.TryGetValue(key.Conversation, out var conversation) && conversation.Replies.ContainsKey(key.Reply);
}
