using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>Goes to the transport of a business number, through the shard region.</summary>
public interface IWithBusinessNumber
{
    BusinessNumberId Business { get; }
}

/// <summary>Hands over a reply. Its end comes back to the conversation as a <c>ReplyOutcome</c>; handing it over twice is harmless.</summary>
/// <param name="Attempt">How often it was tried before, counted from 0.</param>
/// <param name="Unanswered">
/// The first of the attempts before it whose end the conversation never heard: had WhatsApp taken one of those, this one
/// is not sent. Null when all have ended.
/// </param>
public sealed record Deliver(
    ConversationId Conversation, long Number, int Attempt, OutboundMessage Message, Lane Lane = Lane.Reply, int? Unanswered = null)
    : IWithBusinessNumber
{
    /// <summary>After it this wording may not leave any more: it is given back. Null for no end.</summary>
    public DateTimeOffset? Until { get; init; }

    public BusinessNumberId Business => Message.Business;
}

/// <summary>
/// Nothing was heard of a reply handed over a moment ago: is it here? What is on its way is told when it has ended, what waits
/// is told to be held, and of what never came a <see cref="SendVerdict.Unheard"/>.
/// </summary>
public sealed record AskAfter(ConversationId Conversation, long Number, int Attempt) : IWithBusinessNumber
{
    public BusinessNumberId Business => Conversation.Business;
}

/// <summary>Somebody waits for what stands behind this one: when it is not yet sent, it goes on in a better lane.</summary>
public sealed record Hurry(ConversationId Conversation, long Number, Lane Lane) : IWithBusinessNumber
{
    public BusinessNumberId Business => Conversation.Business;
}

/// <summary>Shows the applicant that a message was read, and with <paramref name="Typing"/> that an answer is coming. A courtesy: may be dropped.</summary>
public sealed record ShowRead(BusinessNumberId Business, MessageId Message, bool Typing) : IWithBusinessNumber;

/// <summary>So many messages came in on a business number: WhatsApp counts them with those sent. A lost one is harmless.</summary>
public sealed record Inbound(BusinessNumberId Business, int Count) : IWithBusinessNumber;

/// <summary>A status says that a message of the business number failed after it was taken. A lost one is harmless: the next one tells the same.</summary>
public sealed record SendFailed(BusinessNumberId Business, int Code, DateTimeOffset At) : IWithBusinessNumber;

/// <summary>The access token was changed: a number that stopped because of it is tried at once.</summary>
public sealed record CredentialsChanged(BusinessNumberId Business) : IWithBusinessNumber;
