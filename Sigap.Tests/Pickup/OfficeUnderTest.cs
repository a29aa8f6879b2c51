using System.Collections.Immutable;
using System.Globalization;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Pickup;

/// <summary>The pickup days of an office as a test talks to them: tomorrow, unless it says otherwise.</summary>
internal sealed class OfficeUnderTest
{
    public static readonly PickupDayId Tomorrow = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    public static readonly PickupDayId Thursday = Tomorrow with { Date = new DateOnly(2026, 11, 26) };
    private static ulong _requests;

    public OfficeUnderTest(string now = "2026-11-24 10:00") => Office = new PickupOffice(Plans, At(now), Told.Add);

    public FixedPlans Plans { get; } = new();

    public PickupOffice Office { get; }

    public List<Notify> Told { get; } = [];

    public DateTimeOffset Now => Office.Now;

    /// <summary>A moment by the clock of Jakarta.</summary>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), FixedPlans.Wib);

    public static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);

    public static ApplicationNumber Application(int number) =>
        ApplicationNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"1106{number:000000000000}"))!.Value;

    public static ImmutableArray<ApplicationNumber> Numbers(params int[] numbers) => [.. numbers.Select(Application)];

    public static ConversationId Phone(int number) => new(string.Create(CultureInfo.InvariantCulture, $"109000000000001.{number}"));

    public static ulong NewRequest() => Interlocked.Increment(ref _requests);

    /// <summary>The hold of a phone for applications that nobody else has.</summary>
    public static HoldPlaces Hold(
        int phone, string? slot = null, int places = 1, bool priority = false, BookingAt? moves = null, PickupDayId? day = null) => new(
        day ?? Tomorrow,
        NewRequest(),
        Phone(phone),
        Numbers([.. Enumerable.Range(phone * 100, places)]),
        slot is null ? null : Time(slot),
        priority,
        moves);

    public static JoinWaitlist Join(int phone, int places = 1, bool priority = false) =>
        new(Tomorrow, NewRequest(), Phone(phone), Numbers([.. Enumerable.Range(phone * 100, places)]), priority);

    public PickupAnswer Ask(IWithPickupDay message) => Office.Ask(message, CancellationToken.None).GetAwaiter().GetResult();

    public void AdvanceTo(string local) => Office.AdvanceTo(At(local), CancellationToken.None).GetAwaiter().GetResult();

    public void Advance(TimeSpan by) => Office.AdvanceTo(Now + by, CancellationToken.None).GetAwaiter().GetResult();

    public BookingView Holds(HoldPlaces hold) => Ask(hold).ShouldBeOfType<PickupAnswer.Booked>().Booking;

    public BookingView Confirms(BookingView booking, Collector collector = Collector.Applicant) =>
        Ask(new ConfirmBooking(booking.At.Day, booking.At.Code, collector)).ShouldBeOfType<PickupAnswer.Booked>().Booking;

    public BookingView Books(HoldPlaces hold) => Confirms(Holds(hold));

    public PickupAnswer Ends(BookingView booking, BookingEnd why = BookingEnd.GivenBack) =>
        Ask(new EndBooking(booking.At.Day, booking.At.Code, why));

    public PickupRefusal Refusal(IWithPickupDay message) => Ask(message).ShouldBeOfType<PickupAnswer.Refused>().Why;

    public PickupAnswer.Free Free(int places = 1, bool priority = false, PickupDayId? day = null) =>
        Ask(new GetFree(day ?? Tomorrow, places, priority)).ShouldBeOfType<PickupAnswer.Free>();

    public Booking? Booking(BookingView view) => Office.Day(view.At.Day).Bookings.GetValueOrDefault(view.At.Code);

    public BookingView Latest(BookingView view) =>
        Ask(new GetBooking(view.At.Day, view.At.Code)).ShouldBeOfType<PickupAnswer.Booked>().Booking;

    /// <summary>Phones from 900 on take every open place, in order of the slots.</summary>
    public IReadOnlyList<BookingView> Fill(PickupDayId? day = null)
    {
        var bookings = new List<BookingView>();
        while (Ask(Hold(900 + bookings.Count, day: day)) is PickupAnswer.Booked(var held))
        {
            bookings.Add(Confirms(held));
        }

        return bookings;
    }

    public IEnumerable<TNotice> Notices<TNotice>(int phone)
        where TNotice : Notice =>
        Told.Where(told => told.Conversation == Phone(phone)).Select(told => told.Notice).OfType<TNotice>();
}
