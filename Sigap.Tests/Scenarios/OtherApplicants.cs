using System.Globalization;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Scenarios;

/// <summary>Everybody else at the office: they book, come, wait and leave as a transcript says.</summary>
internal sealed class OtherApplicants(IPickupDesk desk, Office office)
{
    private readonly List<BookingView> _bookings = [];
    private int _people;

    /// <summary>Takes every free place of a day, also those kept for the priority groups.</summary>
    public async Task Fill(DateOnly date)
    {
        var day = new PickupDayId(office.Id, date);
        foreach (var priority in (bool[])[false, true])
        {
            while (await Book(day, priority) is { } booking)
            {
                _bookings.Add(booking);
            }
        }
    }

    /// <summary>Gives back places of a day, the latest slots first.</summary>
    public async Task Free(DateOnly date, int places)
    {
        var leaving = _bookings.Where(booking => booking.At.Day.Date == date).OrderByDescending(booking => booking.Seats[0].Slot).Take(places);
        foreach (var booking in leaving.ToList())
        {
            await Ask(new EndBooking(booking.At.Day, booking.At.Code, BookingEnd.GivenBack));
            _bookings.Remove(booking);
        }
    }

    public async Task Wait(DateOnly date, int people)
    {
        for (var i = 0; i < people; i++)
        {
            var (number, conversation, request) = Someone();
            await Ask(new JoinWaitlist(new PickupDayId(office.Id, date), request, conversation, [number], Priority: false));
        }
    }

    /// <summary>With bookings of the day, the earliest slots first.</summary>
    public async Task Arrive(DateOnly date, int people)
    {
        var coming = _bookings.Where(booking => booking.At.Day.Date == date).OrderBy(booking => booking.Seats[0].Slot).Take(people);
        foreach (var booking in coming.ToList())
        {
            await Ask(new Arrive(booking.At.Day, Someone().Request, booking.At.Code));
            _bookings.Remove(booking);
        }
    }

    public async Task Book(DateOnly date, int people)
    {
        for (var i = 0; i < people; i++)
        {
            _bookings.Add((await Book(new PickupDayId(office.Id, date), priority: false)).ShouldNotBeNull("The day is full"));
        }
    }

    private async Task<BookingView?> Book(PickupDayId day, bool priority)
    {
        var (number, conversation, request) = Someone();
        var held = await Ask(new HoldPlaces(day, request, conversation, [number], Slot: null, priority));
        return held is PickupAnswer.Booked { Booking: var booking }
            && await Ask(new ConfirmBooking(day, booking.At.Code, Collector.Applicant)) is PickupAnswer.Booked { Booking: var confirmed }
                ? confirmed
                : null;
    }

    private (ApplicationNumber Number, ConversationId Conversation, ulong Request) Someone()
    {
        _people++;
        var number = string.Create(CultureInfo.InvariantCulture, $"{office.ApplicationCode}9{_people:00000000000}");
        return (ApplicationNumber.Parse(number)!.Value, new ConversationId($"{office.BusinessNumber}.other{_people}"), ulong.MaxValue - (ulong)_people);
    }

    private Task<PickupAnswer> Ask(IWithPickupDay message) => desk.Ask(message, CancellationToken.None);
}
