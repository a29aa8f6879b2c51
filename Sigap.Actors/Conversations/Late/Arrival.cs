using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>When a message was sent, against when it came and against what came before it.</summary>
internal static class Arrival
{
    public static Timing Of(Conversation c, InboundMessage message, Surroundings around) =>
        IsOvertaken(c, message) ? Timing.Overtaken : IsLate(message, around) ? Timing.Late : Timing.OnTime;

    public static bool IsLate(InboundMessage message, Surroundings around) =>
        around.Now - message.SentAt > around.Settings.LateAfter;

    /// <summary>How long the applicant had said nothing when this message was sent; zero at the first.</summary>
    public static TimeSpan SilenceBefore(Conversation c, InboundMessage message, Surroundings around)
    {
        if (c.LastHeardAt is not { } heard)
        {
            return TimeSpan.Zero;
        }

        if (!IsLate(message, around))
        {
            return around.Now - heard;
        }

        // Sent after we had heard the one before, it may well answer our answer; otherwise only the applicant's own times count.
        return message.SentAt - (heard <= message.SentAt ? heard : c.NewestSentAt ?? heard);
    }

    /// <summary>Timestamps tell whole seconds: within one, the order of arrival counts.</summary>
    private static bool IsOvertaken(Conversation c, InboundMessage message) =>
        c.NewestSentAt is { } newest && message.SentAt.ToUnixTimeSeconds() < newest.ToUnixTimeSeconds();
}
