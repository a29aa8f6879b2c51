using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Host.Applications;
using Sigap.Host.Projections;
using Sigap.Host.Reminders;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Reminders;
using Sigap.Tests.Applications;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Reminders;

/// <summary>What pickup days, chats and the office's records say becomes reminders, and ends them.</summary>
public abstract class ReminderTablesSpec(TestDatabase temp) : IDisposable
{
    public sealed class OnSqlite() : ReminderTablesSpec(new TempDatabase());

    public sealed class OnPostgresql() : ReminderTablesSpec(new TempPostgres());

    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, Wib);
    private static readonly DateTimeOffset Later = Noon.AddDays(60);
    private static readonly ConversationId Conversation = new("109000000000001.abc");
    private static readonly ConversationId Other = new("109000000000001.def");
    private static readonly PickupDayId Day = PickupDayId.Parse("jakarta-pusat.2026-11-27")!.Value;
    private static readonly BookingCode Code = new("K7M4QX");
    private static readonly ApplicationNumber Childs = ApplicationNumber.Parse("1106000000123457")!.Value;
    private static readonly ApplicationNumber Number = ApplicationNumber.Parse("1106000000123456")!.Value;

    private readonly ReadTables _tables = new(temp.Database, new FixedContent(SomeContent.Content), new ConversationNames(new byte[32]));
    private readonly ReminderTables _reminders = new(temp.Database, new FixedContent(SomeContent.Content));
    private readonly SqlApplicationStore _store = new(temp.Database, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon));
    private long _offset;

    public void Dispose()
    {
        temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_confirmed_booking_has_its_reminders_and_a_hold_has_none()
    {
        await Happens(Taken(new TimeOnly(10, 0)));
        (await Planned()).ShouldBeEmpty();

        await Happens(new DayFact.Confirmed(Code, Collector.Applicant));

        var planned = await Planned();
        planned.Select(reminder => reminder.DueAt).ShouldBe([At(26, 16), At(27, 8)]);
        planned.ShouldAllBe(reminder => reminder.Conversation == Conversation);
        planned[1].Notice.ShouldBe(new Notice.BookingNear(new BookingAt(Day, Code), new TimeOnly(10, 0), SameDay: true));
    }

    [Fact]
    public async Task A_booking_that_ends_takes_its_reminders_along()
    {
        await Happens(Taken(new TimeOnly(10, 0)), new DayFact.Confirmed(Code, Collector.Applicant));

        await Happens(new DayFact.Ended(Code, BookingEnd.GivenBack));

        (await Planned()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_booking_with_other_places_is_reminded_of_at_its_new_time()
    {
        await Happens(Taken(new TimeOnly(10, 0)), new DayFact.Confirmed(Code, Collector.Applicant));

        await Happens(new DayFact.Reseated(Code, [new Seat(Number, new TimeOnly(14, 0), false), new Seat(Childs, new TimeOnly(14, 30), false)]));

        (await Planned()).Select(reminder => reminder.DueAt).ShouldBe([At(26, 16), At(27, 12)]);
    }

    [Fact]
    public async Task A_booking_made_at_the_counter_reminds_nobody()
    {
        await Happens(Taken(new TimeOnly(10, 0)) with { Conversation = null }, new DayFact.Confirmed(Code, Collector.Applicant));

        (await Planned()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_events_twice_are_the_same_as_once()
    {
        DayFact[] facts = [Taken(new TimeOnly(10, 0)), new DayFact.Confirmed(Code, Collector.Applicant)];

        await Happens([.. facts, .. facts]);

        (await Planned()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_application_that_becomes_ready_is_told_to_all_who_proved_it()
    {
        await Watches(Conversation, null);
        await Watches(Other, null);
        (await Planned()).ShouldBeEmpty();

        await _store.Upsert([Record(Stage.ReadyForCollection)], default);

        var planned = await Planned();
        planned.Select(reminder => reminder.Conversation).Distinct().ShouldBe([Conversation, Other], ignoreOrder: true);
        planned.Count(reminder => reminder.Conversation == Conversation).ShouldBe(6);
        planned[0].DueAt.ShouldBe(Noon);
    }

    [Fact]
    public async Task The_same_record_again_tells_nothing_again()
    {
        await Watches(Conversation, null);
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);
        var due = await _reminders.Due(Noon, 10, default);
        await _reminders.Remove(due.Now, default);

        await _store.Upsert([Record(Stage.ReadyForCollection)], default);

        (await Planned())[0].DueAt.ShouldBe(At(24, 9).AddDays(7));
    }

    [Fact]
    public async Task Who_reads_in_the_chat_that_it_is_ready_is_reminded_from_the_next_fixed_day_on()
    {
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);

        await Watches(Conversation, new DateOnly(2026, 11, 24));

        (await Planned())[0].DueAt.ShouldBe(At(24, 9).AddDays(7));
    }

    [Fact]
    public async Task Who_proved_it_in_the_moment_it_became_ready_is_told()
    {
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);

        await Watches(Conversation, null);

        (await Planned())[0].DueAt.ShouldBe(Noon);
    }

    [Theory]
    [InlineData(Stage.HandedOver)]
    [InlineData(Stage.Cancelled)]
    public async Task An_application_that_is_over_is_not_reminded_of(Stage stage)
    {
        await Watches(Conversation, null);
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);

        await _store.Upsert([Record(stage) with { UpdatedAt = Noon.AddDays(1) }], default);

        (await Planned()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_passport_handed_over_at_the_counter_is_not_reminded_of()
    {
        await Watches(Conversation, null);
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);
        var served = new Notice.Served(new TicketNumber(Line.Booked, 1), Day, Code, [Number]);

        await Apply([.. ReminderProjection.Of(new NoticeTaken(
            1, Noon, "v", LanguageCode.Indonesian, served, new Sigap.Content.Reply([], []), Noon, Sigap.Transport.Lane.Notice, 1))
            .Select(change => new ReadChange.Reminded(change))]);

        (await Planned()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_due_is_told_apart_from_what_comes_too_late()
    {
        await Happens(Taken(new TimeOnly(10, 0)), new DayFact.Confirmed(Code, Collector.Applicant));

        (await _reminders.Due(At(26, 15), 10, default)).Count.ShouldBe(0);
        (await _reminders.Due(At(26, 16), 10, default)).Now.Count.ShouldBe(1);
        var afterAnOutage = await _reminders.Due(At(27, 9), 10, default);
        afterAnOutage.Late.Count.ShouldBe(1);
        afterAnOutage.Now.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reminder_set_anew_while_it_is_told_is_not_taken_away()
    {
        await Happens(Taken(new TimeOnly(10, 0)), new DayFact.Confirmed(Code, Collector.Applicant));
        var due = await _reminders.Due(At(27, 8), 10, default);
        await Happens(new DayFact.Reseated(Code, [new Seat(Number, new TimeOnly(14, 0), false)]));

        await _reminders.Remove(due.Now, default);

        (await Planned()).ShouldContain(reminder => reminder.DueAt == At(27, 12));
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, Wib);

    private static DayFact.Taken Taken(TimeOnly slot) => new(
        Code, 1, Conversation, [new Seat(Number, slot, false)], false, BookingStage.Held, Noon.AddMinutes(5), null);

    private static PassportApplication Record(Stage stage) => new(
        Number, new OfficeId("jakarta-pusat"), new DateOnly(1990, 8, 17), "Budi Santoso", stage,
        new DateOnly(2026, 11, 24), stage == Stage.ReadyForCollection ? new DateOnly(2026, 11, 24) : null, Noon);

    private Task Happens(params DayFact[] facts) => Apply(PickupStory.Changes(Day, Noon, facts));

    private Task Watches(ConversationId who, DateOnly? readyOn) =>
        Apply([new ReadChange.Reminded(new ReminderChange.ApplicationWatched(Number, who, readyOn, Noon))]);

    private Task Apply(IReadOnlyList<ReadChange> changes) => _tables.Apply(changes, _offset, ++_offset, default);

    private async Task<IReadOnlyList<Reminder>> Planned()
    {
        var due = await _reminders.Due(Later, 100, default);
        return [.. due.Now.Concat(due.Over).Concat(due.Late).OrderBy(reminder => reminder.DueAt)];
    }
}
