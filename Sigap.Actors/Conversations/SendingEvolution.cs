using System.Collections.Immutable;

namespace Sigap.Conversations;

/// <summary>How the events of sending make state.</summary>
internal static class SendingEvolution
{
    public static Conversation After(Conversation c, ReplySettled settled)
    {
        var owed = c.Owed.FirstOrDefault(owed => owed.Number == settled.Number);
        return c with
        {
            Owed = owed is null ? c.Owed : c.Owed.Remove(owed),
            Pace = Paced(c, settled.PairFullAt),
            Sent = owed is not null && settled is { As: Settlement.Accepted, Accepted: not 0 }
                ? SentReply.Add(c.Sent, new SentReply(owed, settled.Accepted, settled.Attempt, settled.At))
                : c.Sent,
        };
    }

    /// <summary>In the order of their numbers: what failed goes in front of what was decided after it.</summary>
    public static Conversation After(Conversation c, ReplyBounced bounced)
    {
        if (c.Sent.FirstOrDefault(sent => sent.Owed.Number == bounced.Number) is not { } sent)
        {
            return c;
        }

        var left = c with { Sent = c.Sent.Remove(sent) };
        return bounced.Again is { } again ? left with { Owed = Inserted(c.Owed, sent.Owed with { Again = again }) } : left;
    }

    public static Conversation After(Conversation c, SendingRested rested) =>
        c with { Rests = rested.Rests, Pace = Paced(c, rested.PairFullAt) };

    private static PairPace Paced(Conversation c, DateTimeOffset? fullAt) => fullAt is { } at ? new PairPace(at) : c.Pace;

    private static ImmutableArray<OwedReply> Inserted(ImmutableArray<OwedReply> owed, OwedReply reply) =>
        owed.Insert(owed.TakeWhile(earlier => earlier.Number < reply.Number).Count(), reply);
}
