namespace Sigap.Pickup;

/// <summary>Bookings as others may see them.</summary>
internal static class BookingViews
{
    public static BookingView Of(PickupDayId day, Booking booking) => new(
        new BookingAt(day, booking.Code),
        booking.Stage,
        booking.Seats,
        booking.Priority,
        booking.Collector,
        booking.Until,
        booking.Ticket);

    /// <summary>What a request was answered before, told as it is today; null for a new one.</summary>
    public static PickupAnswer? OfRequest(DayDraft draft, ulong request) =>
        draft.Day.Requests.TryGetValue(request, out var code) && draft.Day.Bookings[code] is var booking
            ? booking.Ended is { } why
                ? new PickupAnswer.Ended(code, why)
                : new PickupAnswer.Booked(Of(draft.Id, booking))
            : null;
}
