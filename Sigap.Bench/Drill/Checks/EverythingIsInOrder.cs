using Sigap.Bench.Drill.Crowd;

namespace Sigap.Bench.Drill.Checks;

/// <summary>
/// I4: the turns of an applicant stand in the order in which the messages were accepted, as far as there is one: of two messages
/// under way at the same time either may be first, and so may an older one that comes after a younger.
/// </summary>
internal static class EverythingIsInOrder
{
    public static IEnumerable<Finding> In(DrillEvidence evidence)
    {
        var turns = evidence.Messages
            .Select(message => (Message: message, Turn: evidence.Journal.Turns.GetValueOrDefault(message.Fingerprint)))
            .Where(each => each.Turn is not null)
            .GroupBy(each => each.Turn!.Conversation, each => (each.Message, each.Turn!.Place));
        foreach (var conversation in turns)
        {
            WrittenMessage[] messages = [.. conversation.OrderBy(each => each.Place).Select(each => each.Message)];
            foreach (var (early, late) in WrongPairs(messages))
            {
                yield return new Finding(
                    "I4", Harm.OutOfOrder, $"turns {early} {late}",
                    $"{late} was posted after {early} had been acknowledged, and was handled before it in conversation {conversation.Key}");
            }

            foreach (var (early, late) in WrongWithinAPost(messages))
            {
                yield return new Finding(
                    "I4", Harm.OutOfOrder, $"post {early} {late}",
                    $"{early} stands before {late} in the same post, and was handled after it in conversation {conversation.Key}");
            }
        }

        foreach (var finding in Replies(evidence))
        {
            yield return finding;
        }
    }

    /// <summary>From the end: who was acknowledged earliest of all that were handled later.</summary>
    private static IEnumerable<(WrittenMessage Early, WrittenMessage Late)> WrongPairs(WrittenMessage[] handled)
    {
        WrittenMessage? earliest = null;
        for (var i = handled.Length - 1; i >= 0; i--)
        {
            var message = handled[i];
            if (earliest is not null && MustPrecede(earliest, message))
            {
                yield return (earliest, message);
            }

            earliest = earliest is null || message.AcknowledgedAt < earliest.AcknowledgedAt ? message : earliest;
        }
    }

    /// <summary>Of a post that was acknowledged at once, each message against the next one handled of the same post.</summary>
    private static IEnumerable<(WrittenMessage Early, WrittenMessage Late)> WrongWithinAPost(WrittenMessage[] handled) =>
        from post in handled.Where(message => message.Attempts == 1).GroupBy(message => message.Parcel)
        from pair in post.Zip(post.Skip(1), (first, second) => (First: first, Second: second))
        where pair.First.Number > pair.Second.Number && pair.First.SentAt >= pair.Second.SentAt
        select (pair.Second, pair.First);

    private static bool MustPrecede(WrittenMessage early, WrittenMessage late) =>
        early.AcknowledgedAt < late.PostedAt && early.SentAt <= late.SentAt;

    private static IEnumerable<Finding> Replies(DrillEvidence evidence)
    {
        var last = new Dictionary<string, long>();
        foreach (var send in evidence.Sends.Where(send => send.IsTaken))
        {
            var before = last.GetValueOrDefault(send.Conversation);
            if (send.Reply < before)
            {
                yield return new Finding(
                    "I4", Harm.OutOfOrder, $"replies {send.Conversation} {send.Order}",
                    $"reply {send.Reply} of conversation {send.Conversation} was taken at {send.At:hh\\:mm\\:ss\\.fff}, after reply {before}");
            }

            last[send.Conversation] = Math.Max(before, send.Reply);
        }
    }
}
