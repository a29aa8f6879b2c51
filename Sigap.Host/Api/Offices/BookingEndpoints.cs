using Sigap.Host.Pickup;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>Bookings as the counter sees and makes them.</summary>
internal sealed class BookingEndpoints(OfficeDesk desk)
{
    public async Task<IResult> List(OfficeVisit visit, string? date, CancellationToken cancel) => visit.Day(date) is { } day
        ? await desk.Ask(
            new GetBookings(day),
            answer => answer is PickupAnswer.Bookings found
                ? Results.Ok(BookingsJson.From(day, found, visit.Office))
                : null,
            cancel)
        : OfficeProblems.Date();

    public async Task<IResult> Get(OfficeVisit visit, string code, string? date, CancellationToken cancel) =>
        await Of(visit, code, date, (day, known) => new GetBooking(day, known), cancel);

    public async Task<IResult> Cancel(OfficeVisit visit, string code, string? date, CancellationToken cancel) =>
        await Of(visit, code, date, (day, known) => new EndBooking(day, known, BookingEnd.ByOfficer), cancel);

    /// <summary>A hold and its confirmation at once. When the second fails, the same request goes on from there, or the hold lapses.</summary>
    public async Task<IResult> Book(OfficeVisit visit, CancellationToken cancel)
    {
        var (request, problem) = visit.Body.As<BookingRequest>();
        if (request is null)
        {
            return problem!;
        }

        var (booking, problems) = Checked(request, visit);
        if (booking is null)
        {
            return OfficeProblems.Fields(problems);
        }

        var held = await desk.Hear(booking.Hold, cancel);
        return held is PickupAnswer.Booked { Booking: { } view }
            ? await desk.Ask(
                new ConfirmBooking(view.At.Day, view.At.Code, booking.Collector),
                answer => answer is PickupAnswer.Booked booked ? Created(booked.Booking, visit) : Shown(answer, visit),
                cancel)
            : OfficeDesk.Show(held, answer => answer is PickupAnswer.Ended ended ? Over(ended) : null);
    }

    private async Task<IResult> Of(
        OfficeVisit visit, string code, string? date, Func<PickupDayId, BookingCode, IWithPickupDay> question, CancellationToken cancel) =>
        (visit.Day(date), PickupWords.Code(code)) switch
        {
            (null, _) => OfficeProblems.Date(),
            (_, null) => OfficeProblems.Field("code", "not a booking code; it has six letters and digits"),
            ({ } day, { } known) => await desk.Ask(question(day, known), answer => Shown(answer, visit), cancel),
        };

    private static (Wanted? Booking, Dictionary<string, string[]> Problems) Checked(BookingRequest request, OfficeVisit visit)
    {
        var problems = new Dictionary<string, string[]>();
        var applications = (request.Applications ?? []).Select(ApplicationNumber.Parse).ToList();
        if (applications.Count is 0 or > BookingRequest.MostApplications
            || applications.Contains(null)
            || applications.Distinct().Count() < applications.Count)
        {
            problems["applications"] =
                [$"not 1 to {BookingRequest.MostApplications} different application numbers; each has 16 digits, in quotes"];
        }

        if (PickupWords.CollectorOf(request.Collector) is not { } collector)
        {
            problems["collector"] = ["not one of the words; write applicant, family or proxy"];
            collector = default;
        }

        var day = visit.Day(request.Date);
        if (day is null)
        {
            problems["date"] = ["not a date; write it as 2026-11-24, or leave it out for today"];
        }

        var slot = OfficeTimes.Time(request.Slot);
        if (request.Slot is not null && slot is null)
        {
            problems["slot"] = ["not a time; write it as 10:00, or leave it out for the earliest that fits"];
        }

        return problems.Count > 0
            ? (null, problems)
            : (new Wanted(
                new HoldPlaces(
                    day!.Value, visit.Request, null, [.. applications.Select(number => number!.Value)], slot, request.Priority),
                collector), problems);
    }

    private static IResult? Shown(PickupAnswer answer, OfficeVisit visit) => answer switch
    {
        PickupAnswer.Booked booked => Results.Ok(BookingJson.From(booked.Booking, visit.Office)),
        PickupAnswer.Ended ended => Results.Ok(new EndedJson(ended.Code.Value, PickupNames.Of(ended.Why))),
        _ => null,
    };

    private static IResult Created(BookingView view, OfficeVisit visit) => Results.Created(
        $"/api/v1/offices/{visit.Office.Id.Value}/bookings/{view.At.Code.Value}?date={OfficeTimes.Text(view.At.Day.Date)}",
        BookingJson.From(view, visit.Office));

    private static IResult Over(PickupAnswer.Ended ended) => OfficeProblems.Problem(
        StatusCodes.Status409Conflict, "ended", "The booking has ended",
        $"This request made the booking {ended.Code.Value}, which has ended since ({PickupNames.Of(ended.Why)}). " +
        $"To book again use a new {IdempotencyKey.Header}.");

    private sealed record Wanted(HoldPlaces Hold, Collector Collector);
}
