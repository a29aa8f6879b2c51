using Sigap.Content;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>A notice reached its conversation: what happened elsewhere, and what is owed for it.</summary>
/// <param name="Id">Of the notice: the same one changes nothing the second time.</param>
/// <param name="Language">The language of the reply.</param>
/// <param name="ValidUntil">Not sent after it.</param>
/// <param name="Number">Of the reply.</param>
public sealed record NoticeTaken(
    ulong Id,
    DateTimeOffset At,
    string ContentVersion,
    LanguageCode Language,
    Notice Notice,
    Reply Reply,
    DateTimeOffset ValidUntil,
    Lane Lane,
    long Number) : IConversationEvent;
