using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// The calendar has changed: bookings whose places are no more are moved to the nearest free ones, or cancelled, by the office's
/// rule. What was made first keeps its place; holds and offers give way to bookings, and end; tickets drawn are left alone.
/// </summary>
internal static class CalendarReview
{
    public static PickupAnswer Decide(DayDraft draft)
    {
        var room = Room.Of(draft.Around, ImmutableSortedDictionary<TimeOnly, SlotLoad>.Empty);
        var live = draft.Day.Bookings.Values.Where(booking => booking.IsLive).ToLookup(booking => IsLeftAlone(draft, booking));
        var kept = live[true].Select(booking => booking.Code).ToHashSet();
        room.Take(live[true].SelectMany(booking => booking.Places));

        var broken = new List<Booking>();
        var inOrder = live[false].OrderBy(booking => booking.Stage != BookingStage.Confirmed).ThenBy(booking => booking.Order);
        foreach (var booking in inOrder)
        {
            if (Keeps(draft, room, booking, kept))
            {
                kept.Add(booking.Code);
            }
            else
            {
                broken.Add(booking);
            }
        }

        broken.ForEach(booking => Settle(draft, room, booking));
        return PickupAnswer.Done.Now;
    }

    private static bool IsLeftAlone(DayDraft draft, Booking booking) =>
        booking.Ticket is not null || draft.Around.Plan.At(booking.From) <= draft.Now;

    /// <summary>The places of a booking that is to be moved are free for the one that replaces it.</summary>
    private static bool Keeps(DayDraft draft, Room room, Booking booking, HashSet<BookingCode> kept)
    {
        ImmutableArray<Place> lent = booking.Moves is { } moved && moved.Day == draft.Id && kept.Contains(moved.Code)
            ? [.. draft.Day.Bookings[moved.Code].Places]
            : [];
        room.GiveBack(lent);
        var fits = room.Has(booking.Places);
        if (fits)
        {
            room.Take(booking.Places);
        }

        room.Take(lent);
        return fits;
    }

    private static void Settle(DayDraft draft, Room room, Booking booking)
    {
        if (booking.Stage == BookingStage.Confirmed && Elsewhere(draft, room, booking) is { } places)
        {
            room.Take(places);
            draft.Note(new DayFact.Reseated(booking.Code, booking.SeatsAt(places)));
            if (!places.Select(place => place.Slot).SequenceEqual(booking.Seats.Select(seat => seat.Slot)))
            {
                DayNews.Moved(draft, draft.Day.Bookings[booking.Code]);
            }

            return;
        }

        draft.Note(new DayFact.Ended(booking.Code, BookingEnd.OfficeClosed));
        DayNews.Cancelled(draft, booking, BookingEnd.OfficeClosed);
    }

    /// <summary>Another kind of place at the same time is no move: that is found under either rule.</summary>
    private static ImmutableArray<Place>? Elsewhere(DayDraft draft, Room room, Booking booking) =>
        room.FindNear(booking.From, booking.Seats.Length, booking.Priority) is { } places
        && (draft.Around.Rules.WhenChanged == WhenChanged.Move || places.All(place => place.Slot == booking.From))
            ? places
            : null;
}
