namespace Sigap.Conversations;

/// <summary>WhatsApp took a reply and said later that it failed.</summary>
/// <param name="Code">The Graph API's error code; 0 when it gave none.</param>
/// <param name="Again">It is owed again; null when it is lost.</param>
public sealed record ReplyBounced(long Number, DateTimeOffset At, int Code, SendAgain? Again) : IConversationEvent;

/// <summary>
/// Written only when a conversation ends in good order while it owes something. Rests: nothing of it was on its way, so the
/// next incarnation need not doubt it. Not rests: that incarnation has begun to send.
/// </summary>
/// <param name="PairFullAt">See <see cref="PairPace"/>; null when nothing is to be remembered.</param>
public sealed record SendingRested(DateTimeOffset At, bool Rests, DateTimeOffset? PairFullAt = null) : IConversationEvent;
