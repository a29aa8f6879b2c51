using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>What falls due by itself: holds and offers that lapse, the end of the day; and when the next thing does.</summary>
internal static class Stock
{
    /// <param name="asked">Holds that somebody asks about just now: the answer tells them, so no notice does.</param>
    public static void Lapse(DayDraft draft, ImmutableHashSet<BookingCode> asked)
    {
        var dead = draft.Day.Bookings.Values.Where(booking => booking.Until <= draft.Now).OrderBy(booking => booking.Order);
        foreach (var booking in dead)
        {
            draft.Note(new DayFact.Ended(booking.Code, BookingEnd.Lapsed));
            if (!asked.Contains(booking.Code))
            {
                DayNews.Lapsed(draft, booking);
            }
        }

        if (DayEnd.IsPast(draft.Around))
        {
            foreach (var booking in draft.Day.Bookings.Values.Where(booking => booking.IsLive).OrderBy(booking => booking.Order))
            {
                draft.Note(new DayFact.Ended(booking.Code, DayEnd.For(draft.Day, booking)));
            }
        }
    }

    /// <summary>The earliest moment something is due; null when nothing is. Not later than now when something is due already.</summary>
    public static DateTimeOffset? NextDue(PickupDay day, DaySurroundings around)
    {
        var live = day.Bookings.Values.Where(booking => booking.IsLive).ToList();
        var due = live.Where(booking => booking.Until is not null).Select(booking => booking.Until!.Value)
            .Concat(live.Count > 0 ? [DayEnd.Of(around.Plan)] : [])
            .Concat(WaitingLine.Due(day, around))
            .ToList();
        return due.Count == 0 ? null : due.Min();
    }
}
