namespace Sigap.Bench.Drill.Checks;

/// <summary>Tells each message when its first reply was taken: which one that is, only the journal knows.</summary>
internal static class RepliedAt
{
    public static void Note(DrillEvidence evidence)
    {
        var taken = new Dictionary<(string, long), TimeSpan>();
        foreach (var send in evidence.Sends.Where(send => send.IsTaken))
        {
            taken.TryAdd((send.Conversation, send.Reply), send.At);
        }

        foreach (var message in evidence.Messages.Where(message => message.RepliedAt is null))
        {
            if (evidence.Journal.Turns.GetValueOrDefault(message.Fingerprint) is { Replies: > 0 } turn
                && taken.TryGetValue((turn.Conversation, turn.FirstReply), out var at))
            {
                message.RepliedAt = at;
            }
        }
    }
}
