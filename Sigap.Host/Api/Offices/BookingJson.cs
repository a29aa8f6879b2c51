using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Sigap.Content;
using Sigap.Host.Pickup;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>Places for the passports of one party.</summary>
internal sealed record BookingJson(
    [property: Description("Six characters; shown to the applicant, typed at the kiosk.")] string Code,
    string Office,
    [property: Description("2026-11-24")] string Date,
    [property: Description("held, offered (to the first of the waitlist) or confirmed.")] string Stage,
    IReadOnlyList<SeatJson> Seats,
    [property: Description("One of the party is 60 or older, disabled, pregnant, or with small children.")] bool Priority,
    [property: Description("applicant, family (same KK) or proxy; null until confirmed.")] string? Collector,
    [property: Description("When a hold or offer lapses, with offset from UTC; null once confirmed.")] string? Until,
    [property: Description("A-041, once drawn.")] string? Ticket)
{
    public static BookingJson From(BookingView view, Office office) => new(
        view.At.Code.Value,
        view.At.Day.Office.Value,
        OfficeTimes.Text(view.At.Day.Date),
        PickupNames.Of(view.Stage),
        [.. view.Seats.Select(seat => new SeatJson(seat.Application.Value, OfficeTimes.Text(seat.Slot)))],
        view.Priority,
        view.Collector is { } collector ? PickupWords.Name(collector) : null,
        view.Until is { } until ? OfficeTimes.Text(until, office) : null,
        view.Ticket?.ToString());
}

/// <summary>One passport's place.</summary>
internal sealed record SeatJson(
    [property: Description("The application number: 16 digits. Personal: keep it out of logs.")] string Application,
    [property: Description("When the slot begins: 10:00.")] string Slot);

internal sealed record BookingsJson(string Office, string Date, IReadOnlyList<BookingJson> Bookings)
{
    public static BookingsJson From(PickupDayId day, PickupAnswer.Bookings found, Office office) => new(
        day.Office.Value, OfficeTimes.Text(day.Date), [.. found.All.Select(view => BookingJson.From(view, office))]);
}

internal sealed record EndedJson(
    string Code,
    [property: Description("given-back, lapsed, moved, office-closed, by-officer, served or no-show: the first reason stays.")]
    string Ended);

internal sealed record OtherBookingJson(string Office, string Date, string Code)
{
    public static OtherBookingJson From(BookingAt at) => new(at.Day.Office.Value, OfficeTimes.Text(at.Day.Date), at.Code.Value);
}

/// <summary>A booking an officer makes at the counter.</summary>
internal sealed record BookingRequest(
    [property: Required, Length(1, BookingRequest.MostApplications)]
    [property: Description("Application numbers of one party, each of 16 digits. They get adjacent places.")]
    IReadOnlyList<string?>? Applications,
    [property: Required, RegularExpression(PickupWords.Collectors), Description("Who comes: applicant, family (same KK) or proxy.")]
    string? Collector,
    [property: Description("The local date: 2026-11-24. Left out: today.")]
    string? Date = null,
    [property: RegularExpression(PickupWords.Times)]
    [property: Description("When the slot begins, local time: 10:00. Left out: the earliest that fits.")]
    string? Slot = null,
    [property: Description("One of the party is 60 or older, disabled, pregnant, or with small children.")]
    bool Priority = false)
{
    public const int MostApplications = 10;
}
