using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Reminders;

namespace Sigap.Tests.Conversations;

public class PickupProjectionSpec
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Id = new("109000000000001.someone");
    private static readonly ApplicationNumber Number = ApplicationNumber.Parse("1106000000000008")!.Value;
    private static readonly PickupDayId Day = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));

    [Fact]
    public void A_rating_of_a_visit_is_stored() =>
        Of(new TurnFact.ServiceRated(Day, new TicketNumber(Line.Booked, 41), 5))
            .ShouldBe([new ReadChange.ServiceRated(Day, new TicketNumber(Line.Booked, 41), Id, 5, At)]);

    [Fact]
    public void A_passport_proven_as_ready_is_watched_from_its_day_on() =>
        Of(new TurnFact.ApplicationProven(Number, Stage.ReadyForCollection, new DateOnly(2026, 11, 23), "B. S.", IsMinor: false))
            .ShouldBe([new ReadChange.Reminded(new ReminderChange.ApplicationWatched(Number, Id, new DateOnly(2026, 11, 23), At))]);

    [Fact]
    public void A_passport_proven_before_it_is_ready_is_watched_too() =>
        Of(new TurnFact.ApplicationProven(Number, Stage.Printing, null, "B. S.", IsMinor: false))
            .ShouldBe([new ReadChange.Reminded(new ReminderChange.ApplicationWatched(Number, Id, null, At))]);

    private static IEnumerable<ReadChange> Of(TurnFact fact) => ConversationProjection.Of(
        Id, new TurnTaken(1, At, At, "0a1b2c3d", null, LanguageCode.Indonesian, [fact], [], 1));
}
