using System.Collections.Immutable;
using System.Globalization;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>Bookings, days and waits in the words of the applicant's language and the office's zone.</summary>
internal static class PickupWords
{
    /// <summary>Rabu, 25 November 2026 pukul 10.00 WIB.</summary>
    public static string When(TurnDraft turn, PickupDayId day, TimeOnly time) =>
        CalendarWords.Moment(new DateTimeOffset(day.Date.ToDateTime(time), turn.Around.Office.UtcOffset), turn.Around.Office, turn.Language);

    public static string When(TurnDraft turn, BookingView booking) => When(turn, booking.At.Day, booking.Seats[0].Slot);

    public static string Date(TurnDraft turn, DateOnly date) => CalendarWords.Day(date, turn.Language);

    /// <summary>Short enough for the title of a row: without the year.</summary>
    public static string RowTitle(TurnDraft turn, DateOnly date)
    {
        var day = Date(turn, date);
        return day[..day.LastIndexOf(' ')];
    }

    public static string Until(TurnDraft turn, DateTimeOffset at) => CalendarWords.Time(at, turn.Around.Office, turn.Language);

    public static string Time(TurnDraft turn, TimeOnly time) => CalendarWords.Time(time, turn.Language);

    /// <summary>One line for each passport: when, which, whose.</summary>
    public static string Seats(TurnDraft turn, BookingView booking) => string.Join('\n', booking.Seats
        .Select(seat => $"- {Time(turn, seat.Slot)} {turn.Around.Office.ZoneName}: {Passport(turn, seat.Application)}"));

    public static string Passports(TurnDraft turn, ImmutableArray<ApplicationNumber> applications) =>
        string.Join('\n', applications.Select(number => $"- {Passport(turn, number)}"));

    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which papers must be brought: ids, spelled when the reply is sent.</summary>
    public static string Papers(TurnDraft turn, BookingView booking)
    {
        var collector = (booking.Collector ?? Collector.Applicant) switch
        {
            Collector.Family => "family",
            Collector.Proxy => "proxy",
            _ => "applicant",
        };
        return booking.Seats.Any(seat => turn.Pickup.Application(seat.Application) is { IsMinor: true }) ? $"{collector} child" : collector;
    }

    /// <summary>A phrase of the content with its variables filled.</summary>
    public static string Phrase(TurnDraft turn, string id, params (string Name, string Value)[] values) => Renderer.Phrase(
        turn.Around.Content,
        turn.Around.Office,
        turn.Language,
        turn.Now,
        id,
        values.ToImmutableSortedDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    private static string Passport(TurnDraft turn, ApplicationNumber number) =>
        turn.Pickup.Application(number) is { } known ? $"{StatusProof.Masked(number)} ({known.Initials})" : StatusProof.Masked(number);
}
