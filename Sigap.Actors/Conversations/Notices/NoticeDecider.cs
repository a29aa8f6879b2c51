using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>A notice decides. Pure: the same conversation, notice and surroundings give the same decision.</summary>
public static class NoticeDecider
{
    public static NoticeDecision Decide(Conversation c, Notify notify, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(notify);
        ArgumentNullException.ThrowIfNull(around);

        return c.Notices.Contains(notify.Id) ? NoticeDecision.Already.Taken
            : IsUnwanted(c, notify, around) ? NoticeDecision.Unwanted.Here
            : new NoticeDecision.Take(Taken(c, notify, around));
    }

    private static bool IsUnwanted(Conversation c, Notify notify, Surroundings around) =>
        c.Applicant is null || around.Now >= notify.ValidUntil || c.Pickup.MakesNeedless(notify.Notice);

    private static NoticeTaken Taken(Conversation c, Notify notify, Surroundings around) => new(
        notify.Id,
        around.Now,
        around.Content.Version,
        c.Language,
        notify.Notice,
        NoticeReply.For(notify.Notice, around, c.Language),
        notify.ValidUntil,
        notify.Notice is Notice.CollectionDue ? Lane.Bulk : Lane.Notice,
        c.LastReply + 1);
}
