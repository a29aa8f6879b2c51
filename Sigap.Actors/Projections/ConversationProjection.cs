using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Reminders;

namespace Sigap.Projections;

/// <summary>What the events of conversations mean for the read tables. Pure.</summary>
public static class ConversationProjection
{
    public static IEnumerable<ReadChange> Of(ConversationId conversation, IConversationEvent happened) =>
    [
        .. OfConversation(conversation, happened),
        .. IdentityProjection.Of(conversation, happened).Select(change => new ReadChange.Identified(change)),
    ];

    private static IEnumerable<ReadChange> OfConversation(ConversationId conversation, IConversationEvent happened) => happened switch
    {
        TurnTaken turn => [.. turn.Facts.SelectMany(fact => Of(conversation, turn, fact)), .. Owed(conversation, turn), .. Replaced(conversation, turn)],
        NoticeTaken notice =>
        [
            .. ReminderProjection.Of(notice).Select(change => new ReadChange.Reminded(change)),
            new ReadChange.ReplyOwed(conversation, notice.Number, notice.At),
        ],
        ReplyBounced { Again: { } again } bounced => [new ReadChange.ReplyOwed(conversation, bounced.Number, again.NotBefore)],
        ReplySettled settled => [new ReadChange.ReplyNoLongerOwed(conversation, settled.Number)],
        _ => [],
    };

    private static IEnumerable<ReadChange> Owed(ConversationId conversation, TurnTaken turn) =>
        turn.Replies.Select((_, place) => new ReadChange.ReplyOwed(conversation, turn.FirstReply + place, turn.HeardAt));

    private static IEnumerable<ReadChange> Replaced(ConversationId conversation, TurnTaken turn) =>
        turn.Replaces == 0 ? [] : [new ReadChange.ReplyNoLongerOwed(conversation, turn.Replaces)];

    private static IEnumerable<ReadChange> Of(ConversationId conversation, TurnTaken turn, TurnFact fact) => fact switch
    {
        TurnFact.FeedbackGiven given =>
            [new ReadChange.FeedbackStored(given.Reference, conversation, given.Category, given.Text, turn.HeardAt)],
        TurnFact.FeedbackRated rated => [new ReadChange.FeedbackRated(rated.Reference, rated.Rating)],
        TurnFact.ApplicationProven proven =>
        [
            new ReadChange.Reminded(new ReminderChange.ApplicationWatched(
                proven.Number, conversation, proven.Stage == Stage.ReadyForCollection ? proven.ReadyOn : null, turn.HeardAt)),
        ],
        TurnFact.ServiceRated rated =>
            [new ReadChange.ServiceRated(rated.Day, rated.Ticket, conversation, rated.Rating, turn.HeardAt)],
        TurnFact.OfficerAsked asked => [new ReadChange.OfficerRequestStored(asked.Reference, conversation, asked.Text, turn.HeardAt)],
        _ => [],
    };
}
