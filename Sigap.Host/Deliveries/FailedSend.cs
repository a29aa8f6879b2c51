using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Host.Deliveries;

/// <summary>A message of ours that failed, whose conversation does not know it yet.</summary>
/// <param name="Told">How often the conversation was told so far, without a word from it.</param>
internal sealed record FailedSend(ulong Message, SendTag Tag, int? Code, DateTimeOffset FailedAt, long Told)
{
    public TellFailed ToCommand() => new(Tag.Conversation, Tag.Reply, Tag.Attempt, Message, Code);

    /// <summary>Null when the failure says nothing that can be judged.</summary>
    public SendFailed? ToNews() => Code is { } code ? new SendFailed(Tag.Conversation.Business, code, FailedAt) : null;

    /// <summary>Null for what is not told to anybody: no failure, or none of a message of ours.</summary>
    public static FailedSend? Of(DeliveryStatus status) =>
        status.Stage == DeliveryStage.Failed && SendTag.Parse(status.CallbackData) is { } tag && tag.Conversation.Business == status.Business
            ? new FailedSend(status.Id.Fingerprint, tag, status.ErrorCode, status.At, 0)
            : null;
}
