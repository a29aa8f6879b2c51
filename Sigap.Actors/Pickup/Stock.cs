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

        EndDay(draft);
    }

    /// <summary>The earliest moment something is due; null when nothing is. Not later than now when something is due already.</summary>
    public static DateTimeOffset? NextDue(PickupDay day, DaySurroundings around)
    {
        var live = day.Bookings.Values.Where(booking => booking.IsLive).ToList();
        var due = live.Where(booking => booking.Until is not null).Select(booking => booking.Until!.Value)
            .Concat(live.Select(booking => DayEnd.For(booking, around.Plan)))
            .Concat(WaitingLine.Due(day, around))
            .ToList();
        return due.Count == 0 ? null : due.Min();
    }

    private static void EndDay(DayDraft draft)
    {
        var over = draft.Day.Bookings.Values
            .Where(booking => booking.IsLive && DayEnd.For(booking, draft.Around.Plan) <= draft.Now)
            .OrderBy(booking => booking.Order);
        foreach (var booking in over)
        {
            var how = DayEnd.How(draft.Day, booking);
            draft.Note(new DayFact.Ended(booking.Code, how));
            if (how == BookingEnd.NoShow)
            {
                DayNews.NotSeen(draft, booking);
            }
        }
    }
}
