using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>Answers questions about a day from its state: nothing changes.</summary>
public static class DayQueries
{
    public static PickupAnswer Answer(PickupDay day, IPickupQuery query, DaySurroundings around) => query switch
    {
        GetFree free => Free(day, free, around),
        GetBooking booking => Booking(day, booking),
        GetBookings => Bookings(day, around.Plan.Day),
        GetWaitlistPlace place => (PickupAnswer?)WaitingLine.Place(day, place.Conversation) ?? NotFound(other: null),
        _ => HallViews.Answer(day, query, around),
    };

    private static PickupAnswer.Free Free(PickupDay day, GetFree query, DaySurroundings around)
    {
        var draft = new DayDraft(day, around);
        var room = WaitingLine.RoomFor(draft, conversation: null);
        if (query.Besides is { } code && day.Bookings.TryGetValue(code, out var besides) && besides.IsLive)
        {
            room.GiveBack(besides.Places);
        }

        return new PickupAnswer.Free(
            query.Day,
            around.Plan.IsClosed,
            Admission.IsTooFarAhead(around) ? [] : room.Starts(Math.Max(1, query.Places), query.Priority),
            day.Waitlist.Length);
    }

    /// <summary>An ended hold that was to move another booking names that one: it has the applications again.</summary>
    private static PickupAnswer Booking(PickupDay day, GetBooking query) => day.Bookings.GetValueOrDefault(query.Code) switch
    {
        { IsLive: true } live => new PickupAnswer.Booked(BookingViews.Of(query.Day, live)),
        { Stage: not BookingStage.Confirmed, Moves: { } moved } => NotFound(moved),
        _ => NotFound(other: null),
    };

    private static PickupAnswer.Bookings Bookings(PickupDay day, PickupDayId id) => new(
    [
        .. day.Bookings.Values
            .Where(booking => booking.IsLive)
            .OrderBy(booking => booking.From).ThenBy(booking => booking.Order)
            .Select(booking => BookingViews.Of(id, booking)),
    ]);

    private static PickupAnswer.Refused NotFound(BookingAt? other) => new(PickupRefusal.NotFound, other);
}
