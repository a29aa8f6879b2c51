using Sigap.Conversations;

namespace Sigap.Pickup;

/// <summary>What applicants are told when a day changes without their doing, and until when it is worth telling.</summary>
internal static class DayNews
{
    /// <summary>A hold that is over does not interest anybody for longer.</summary>
    private static readonly TimeSpan LapseIsNews = TimeSpan.FromHours(1);

    public static void Lapsed(DayDraft draft, Booking booking)
    {
        var at = At(draft, booking);
        Notice notice = booking.Stage == BookingStage.Offered ? new Notice.OfferLapsed(at) : new Notice.HoldLapsed(at);
        Tell(draft, booking, notice, draft.Now + LapseIsNews);
    }

    public static void Offered(DayDraft draft, Booking booking) =>
        Tell(draft, booking, new Notice.PlaceOffered(BookingViews.Of(draft.Id, booking)), booking.Until!.Value);

    public static void Moved(DayDraft draft, Booking booking) =>
        Tell(draft, booking, new Notice.BookingMoved(BookingViews.Of(draft.Id, booking)), draft.Around.Plan.At(booking.From));

    public static void Cancelled(DayDraft draft, Booking booking, BookingEnd why) =>
        Tell(draft, booking, new Notice.BookingCancelled(At(draft, booking), why), DayEnd.Of(draft.Around.Plan));

    public static void NotSeen(DayDraft draft, Booking booking) =>
        Tell(draft, booking, new Notice.NotSeen(At(draft, booking), booking.From), DayEnd.Of(draft.Around.Plan));

    public static void WaitlistClosed(DayDraft draft, Waiting who) =>
        draft.Owe(new Errand.Tell(who.Conversation, new Notice.WaitlistClosed(draft.Id), DayEnd.Of(draft.Around.Plan)));

    private static BookingAt At(DayDraft draft, Booking booking) => new(draft.Id, booking.Code);

    private static void Tell(DayDraft draft, Booking booking, Notice notice, DateTimeOffset validUntil)
    {
        if (booking.Conversation is { } conversation)
        {
            draft.Owe(new Errand.Tell(conversation, notice, validUntil));
        }
    }
}
