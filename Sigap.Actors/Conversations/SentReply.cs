using System.Collections.Immutable;

namespace Sigap.Conversations;

/// <summary>A reply WhatsApp took, kept for a short while: a status may still say that it failed.</summary>
/// <param name="Message">The fingerprint of the id WhatsApp gave it.</param>
public sealed record SentReply(OwedReply Owed, ulong Message, int Attempt, DateTimeOffset At)
{
    /// <summary>After it nobody waits for that reply any more. Statuses that say "failed" come within seconds.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Few, because every conversation in memory keeps them.</summary>
    private const int Most = 3;

    public bool CanBounce(DateTimeOffset now) => now < At + Kept;

    public static ImmutableArray<SentReply> Add(ImmutableArray<SentReply> sent, SentReply newest) =>
        [.. sent.Where(reply => reply.CanBounce(newest.At)).TakeLast(Most - 1), newest];
}
