using static Sigap.Pickup.PickupRefusal;

namespace Sigap.Host.Api.Offices;

/// <summary>The addresses under <c>/api/v1/offices/{office}</c>: for kiosks, counters and an office's own system.</summary>
internal static class OfficeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var office = api.MapGroup("/offices/{office}").WithTags("Offices").AddEndpointFilter<OfficeFilter>().DescribeOffices();
        Days(office);
        Bookings(office);
        Endangered(office);
        Costs(office);
        Hall(office);
        CounterApi.Map(office);
    }

    private static void Days(RouteGroupBuilder office)
    {
        office.MapGet(
                "/days",
                (string office, string? from, string? days, HttpContext http, DayEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Free(OfficeVisit.Of(http), from, days, cancel))
            .WithName("GetDays").WithSummary("The free places of the coming days.").Produces<DaysJson>().Refuses();
        office.MapGet("/door-code", (string office, HttpContext http, DayEndpoints door) => door.DoorCode(OfficeVisit.Of(http)))
            .WithName("GetDoorCode").WithSummary("Today's code for the door of the hall.").Produces<DoorCodeJson>();
    }

    private static void Bookings(RouteGroupBuilder office)
    {
        office.MapGet(
                "/bookings",
                (string office, string? date, HttpContext http, BookingEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.List(OfficeVisit.Of(http), date, cancel))
            .WithName("GetBookings").WithSummary("Every live booking of a day.").Produces<BookingsJson>().Refuses();
        office.MapGet(
                "/bookings/{code}",
                (string office, string code, string? date, HttpContext http, BookingEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Get(OfficeVisit.Of(http), code, date, cancel))
            .WithName("GetBooking").WithSummary("One booking.").Produces<BookingJson>().Refuses(NotFound);
        office.MapPost(
                "/bookings",
                (string office, HttpContext http, BookingEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Book(OfficeVisit.Of(http), cancel))
            .WithName("PostBooking").WithSummary("Books at the counter, confirmed at once.")
            .Takes<BookingRequest>().Repeatable().Produces<BookingJson>(StatusCodes.Status201Created)
            .Refuses(Full, NoSuchSlot, TooLate, TooFarAhead, AlreadyBooked, TooMany, Lapsed);
        office.MapPost(
                "/bookings/{code}/cancel",
                (string office, string code, string? date, HttpContext http, BookingEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Cancel(OfficeVisit.Of(http), code, date, cancel))
            .WithName("CancelBooking").WithSummary("Takes a booking back; its applicant is told.")
            .Repeatable().Produces<EndedJson>().Refuses(NotFound);
    }

    private static void Endangered(RouteGroupBuilder office) => office.MapGet(
            "/endangered",
            (string office, string? waiting, HttpContext http, EndangeredEndpoint endpoint, CancellationToken cancel) =>
                endpoint.List(OfficeVisit.Of(http), waiting, cancel))
        .WithName("GetEndangered").WithSummary("Passports that wait to be collected and may be cancelled soon.")
        .WithDescription(
            $"The longest waiting first, at most {EndangeredEndpoint.MostAtOnce:N0}. days_left is negative when the time to collect is over.")
        .Produces<EndangeredJson>();

    private static void Costs(RouteGroupBuilder office) => office.MapGet(
            "/costs",
            (string office, string? month, HttpContext http, CostsEndpoint endpoint, CancellationToken cancel) =>
                endpoint.Of(OfficeVisit.Of(http), month, cancel))
        .WithName("GetCosts").WithSummary("Delivered messages of a month by category, what they cost, and how many free ones are used up.")
        .Produces<CostsJson>();

    private static void Hall(RouteGroupBuilder office)
    {
        office.MapGet(
                "/queue",
                (string office, string? date, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Queue(OfficeVisit.Of(http), date, cancel))
            .WithName("GetQueue").WithSummary("The hall: counters, next tickets, who waits, who is on hold.")
            .Produces<QueueJson>().Refuses();
        office.MapGet(
                "/tickets/{number}",
                (string office, string number, string? date, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Ticket(OfficeVisit.Of(http), number, date, cancel))
            .WithName("GetTicket").WithSummary("How far a ticket is from its turn.").Produces<TicketJson>().Refuses(NotFound);
        office.MapPost(
                "/arrivals",
                (string office, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Arrive(OfficeVisit.Of(http), cancel))
            .WithName("PostArrival").WithSummary("A booked applicant is in the hall and gets a ticket; a second time the same.")
            .Takes<ArrivalRequest>().Repeatable().Produces<TicketJson>().Refuses(NotFound, Lapsed, NotToday);
        office.MapPost(
                "/walk-ins",
                (string office, HttpContext http, HallEndpoints endpoints, CancellationToken cancel) =>
                    endpoints.Draw(OfficeVisit.Of(http), cancel))
            .WithName("PostWalkIn").WithSummary("Somebody without a booking draws a ticket.")
            .Takes<WalkInRequest>().Repeatable().Produces<TicketJson>().Refuses(NoWalkIns, NotToday);
    }
}
