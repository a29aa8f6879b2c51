using Sigap.Bench.Drill.Crowd;
using Sigap.Pickup;

namespace Sigap.Bench.Drill.Checks;

/// <summary>
/// I7: no slot has more bookings than places, no application more than one live booking, and what an applicant was told to be
/// booked is booked.
/// </summary>
internal static class NoPlaceIsGivenTwice
{
    public static IEnumerable<Finding> In(DrillEvidence evidence) =>
        evidence.Journal.Days.SelectMany(day => Full(day.Key, day.Value, evidence.PlanOf(day.Key)))
            .Concat(BookedTwice(evidence.Journal))
            .Concat(ToldInVain(evidence));

    private static IEnumerable<Finding> Full(PickupDayId id, PickupDay day, DayPlan? plan) =>
        from slot in Live(day).GroupBy(seat => seat.Slot)
        let places = plan?.Slot(slot.Key)?.Bookable ?? 0
        where slot.Count() > places
        select new Finding(
            "I7", Harm.Oversold, $"slot {id} {slot.Key:HH\\:mm}", $"{id} {slot.Key:HH\\:mm} has {places} places and {slot.Count()} live bookings");

    private static IEnumerable<Finding> BookedTwice(JournalPicture journal) =>
        from seat in journal.Days.SelectMany(day => Live(day.Value).Select(seat => (Day: day.Key, seat.Application)))
        group seat.Day by seat.Application into application
        where application.Count() > 1
        select new Finding(
            "I7", Harm.Oversold, $"application {application.Key.Value}",
            $"an application has {application.Count()} live bookings, on {string.Join(", ", application.Distinct())}");

    private static IEnumerable<Finding> ToldInVain(DrillEvidence evidence)
    {
        HashSet<string> confirmed =
        [
            .. evidence.Journal.Days.Values.SelectMany(day => day.Bookings.Values)
                .Where(booking => booking.Stage == BookingStage.Confirmed)
                .Select(booking => booking.Code.Value),
        ];
        return
            from send in evidence.Sends
            where send.IsTaken
            let code = BookingTalk.ConfirmedIn(send.Text)
            where code is not null && !confirmed.Contains(code)
            select new Finding(
                "I7", Harm.Other, $"told {send.Order}",
                $"reply {send.Reply} of conversation {send.Conversation} says that {code} is booked; no day has confirmed it");
    }

    private static IEnumerable<Seat> Live(PickupDay day) => day.Bookings.Values.Where(booking => booking.IsLive).SelectMany(booking => booking.Seats);
}
