using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Wire;

/// <summary>What sending writes down and tells, and what it added to earlier forms.</summary>
internal static class SendingSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, 250, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly SendAgain Again = new(2, At.AddSeconds(5), Refusals: 1);

    private static readonly OwedReply Owed = new(
        7, new Reply([new Part("welcome", ImmutableSortedDictionary<string, string>.Empty)], [new Offer("menu", "status")]), LanguageCode.Indonesian, At);

    private static readonly OutboundMessage Message = new(
        Conversation.Business, Applicant.From("6281200000001", null)!, new OutboundBody.Plain("Terima kasih."), $"{Conversation}:7:3");

    public static ImmutableArray<object> All =>
    [
        new ReplySettled(12, At, Settlement.Accepted, Accepted: 0xF0E0D0C0B0A09080, Attempt: 3, PairFullAt: At.AddSeconds(6)),
        new ReplyBounced(7, At, 131000, Again),
        new ReplyBounced(8, At, 131026, Again: null),
        new SendingRested(At, Rests: true, At.AddSeconds(12)),
        new SendingRested(At, Rests: false),
        new Conversation
        {
            Owed = [Owed with { Again = Again }],
            LastReply = 7,
            Sent = [new SentReply(Owed with { Number = 6 }, 0xF0E0D0C0B0A09080, 1, At), new SentReply(Owed with { Number = 5, Again = Again }, 1, 2, At)],
            Pace = new PairPace(At.AddSeconds(18)),
            Rests = true,
        },
        new ReplyOutcome(Conversation, 7, new SendVerdict.GivenUp(131047, NeedsTemplate: true), Attempt: 0),
        new ReplyOutcome(Conversation, 7, new SendVerdict.Accepted(1), Attempt: 3),
        new ReplyOutcome(Conversation, 7, new SendVerdict.Unheard(TimeSpan.FromSeconds(90)), Attempt: 3),
        new AskAfter(Conversation, 7, 3),
        new TellFailed(Conversation, 7, 1, 0xF0E0D0C0B0A09080, 131000),
        new TellFailed(Conversation, 7, 0, 1, Code: null),
        FailureNoted.Now,
        new Deliver(Conversation, 7, 3, Message, Lane.Notice, Unanswered: 1),
    ];
}
