using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Tests.Wire;

/// <summary>Turns and states with messages that came late.</summary>
internal static class LateSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, 250, TimeSpan.Zero);
    private static readonly Reply Reply = new([Part.Of("late.apology"), Part.Of("payment")], [new Offer("payment", "menu")]);

    public static ImmutableArray<object> All =>
    [
        new TurnTaken(
            3, At, At.AddMinutes(-8), "0a1b2c3d", "bayar", LanguageCode.Indonesian, [new TurnFact.Apologised()], [Reply], 9,
            NotBefore: At.AddSeconds(3), Timing: Timing.Late),
        new TurnTaken(
            4, At, At.AddMinutes(-9), "0a1b2c3d", "jam buka", LanguageCode.Indonesian, [], [Reply], 10,
            Replaces: 9, NotBefore: At.AddSeconds(3), Timing: Timing.Overtaken),
        Conversation.Origin with
        {
            LastHeardAt = At,
            NewestSentAt = At.AddMinutes(-8),
            ApologisedAt = At,
            Owed = [new OwedReply(10, Reply, LanguageCode.Indonesian, At, NotBefore: At.AddSeconds(3))],
            LastReply = 10,
        },
    ];
}
