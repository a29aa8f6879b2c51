using System.Collections.Immutable;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;

namespace Sigap.Bench.Drill.Checks;

/// <summary>What the ledgers show of a stretch of time. The waits are known when the journal was read after it.</summary>
/// <param name="Messages">First posted in it.</param>
/// <param name="Busy">Posts answered 503: WhatsApp was told to come back.</param>
/// <param name="OtherAnswers">Posts answered neither 200 nor 503.</param>
/// <param name="NoAnswer">Posts that no node answered.</param>
/// <param name="Silence">The longest time in which nobody at all was answered while somebody waited.</param>
/// <param name="Wait">The longest time from an acknowledgement to its reply, over all applicants.</param>
/// <param name="WorstWait">The longest time from the first try to the reply.</param>
/// <param name="PostSlow">Of the webhooks acknowledged: the share that took more than a second.</param>
internal sealed record PhaseFigures(
    int Messages,
    int Answered,
    int Busy,
    int OtherAnswers,
    int NoAnswer,
    TimeSpan Silence,
    TimeSpan Wait,
    TimeSpan WaitP99,
    TimeSpan WorstWait,
    TimeSpan PostMedian,
    TimeSpan PostP99,
    double PostSlow)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public static PhaseFigures Of(CrowdLedger written, GraphLedger sent, TimeSpan from, TimeSpan to)
    {
        ImmutableArray<WrittenMessage> messages = [.. written.Messages.Where(message => message.PostedAt >= from && message.PostedAt < to)];
        ImmutableArray<PostAttempt> attempts = [.. written.Attempts.Where(attempt => attempt.At >= from && attempt.At < to)];
        TimeSpan[] waits = [.. Waits(messages, message => message.AcknowledgedAt)];
        TimeSpan[] all = [.. Waits(messages, message => message.PostedAt)];
        TimeSpan[] posts = [.. attempts.Where(attempt => attempt.Status == StatusCodes.Status200OK).Select(attempt => attempt.Took).Order()];
        return new PhaseFigures(
            messages.Length,
            waits.Length,
            attempts.Count(attempt => attempt.Status == StatusCodes.Status503ServiceUnavailable),
            attempts.Count(attempt => attempt.Status is not (PostAttempt.NoAnswer or StatusCodes.Status200OK or StatusCodes.Status503ServiceUnavailable)),
            attempts.Count(attempt => attempt.Status == PostAttempt.NoAnswer),
            SilenceIn(messages, sent.Sends),
            At(waits, 1),
            At(waits, 0.99),
            At(all, 1),
            At(posts, 0.5),
            At(posts, 0.99),
            posts.Length == 0 ? 0 : (double)posts.Count(took => took > Slow) / posts.Length);
    }

    /// <summary>The first reply that the Graph API took after an instant; null when there is none yet.</summary>
    public static TimeSpan? FirstReplyAfter(GraphLedger sent, TimeSpan instant) =>
        sent.Sends.FirstOrDefault(send => send.IsTaken && send.At >= instant)?.At;

    private static IEnumerable<TimeSpan> Waits(IEnumerable<WrittenMessage> messages, Func<WrittenMessage, TimeSpan?> since) => messages
        .Where(message => message.RepliedAt is not null && since(message) is not null)
        .Select(message => message.RepliedAt!.Value - since(message)!.Value)
        .Select(wait => wait > TimeSpan.Zero ? wait : TimeSpan.Zero)
        .Order();

    /// <summary>Counts only while somebody waits: that nobody writes is no silence, and who has the answer already does not wait.</summary>
    private static TimeSpan SilenceIn(ImmutableArray<WrittenMessage> messages, ImmutableArray<GraphSend> sends)
    {
        TimeSpan[] replies = [.. sends.Where(send => send.IsTaken).Select(send => send.At)];
        return messages
            .Where(message => message.AcknowledgedAt < message.RepliedAt)
            .Select(message => message.AcknowledgedAt!.Value)
            .Select(since => NextIn(replies, since) - since)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
    }

    private static TimeSpan NextIn(TimeSpan[] replies, TimeSpan since)
    {
        var place = Array.BinarySearch(replies, since);
        place = place < 0 ? ~place : place;
        return place < replies.Length ? replies[place] : since;
    }

    private static TimeSpan At(TimeSpan[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
