using System.Globalization;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>The tag of a send, <c>conversation:reply:attempt</c>: what its status webhooks say it belongs to.</summary>
public readonly record struct SendTag(ConversationId Conversation, long Reply, int Attempt)
{
    private const char Separator = ':';

    /// <summary>The tags of one reply, and no others, lie from here…</summary>
    public static string First(ConversationId conversation, long reply) => Prefix(conversation, reply) + Separator;

    /// <summary>…to before here, compared byte by byte.</summary>
    public static string Beyond(ConversationId conversation, long reply) => Prefix(conversation, reply) + (char)(Separator + 1);

    /// <summary>Null for a tag that is none of ours.</summary>
    public static SendTag? Parse(string? tag) =>
        tag?.Split(Separator) is [{ Length: > 0 } conversation, var reply, var attempt] && conversation.Contains('.', StringComparison.Ordinal)
        && long.TryParse(reply, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var nth)
            ? new SendTag(new ConversationId(conversation), number, nth)
            : null;

    /// <summary>Null for a tag that is none of ours.</summary>
    public static int? AttemptOf(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var last = tag.AsSpan(tag.LastIndexOf(Separator) + 1);
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : null;
    }

    public override string ToString() => First(Conversation, Reply) + Attempt.ToString(CultureInfo.InvariantCulture);

    private static string Prefix(ConversationId conversation, long reply) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation.Value}{Separator}{reply}");
}
