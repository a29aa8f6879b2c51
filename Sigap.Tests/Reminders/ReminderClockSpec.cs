using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Host.Applications;
using Sigap.Host.Duty;
using Sigap.Host.Projections;
using Sigap.Host.Reminders;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Reminders;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Reminders;

/// <summary>Reminders from a real database reach a real conversation, in virtual time.</summary>
public sealed class ReminderClockSpec : IDisposable
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, Wib);
    private static readonly ConversationId Id = new("109000000000001.abc");
    private static readonly ApplicationNumber Number = ApplicationNumber.Parse("1106000000123456")!.Value;
    private static readonly BookingAt Booking = new(PickupDayId.Parse("jakarta-pusat.2026-11-27")!.Value, new BookingCode("K7M4QX"));

    private readonly TempDatabase _temp = new();
    private readonly FakeTimeProvider _time = new(Start.ToUniversalTime());
    private readonly ReadTables _tables;
    private readonly ReminderTables _reminders;
    private readonly SqlApplicationStore _store;
    private readonly Phone _phone;
    private long _offset;

    public ReminderClockSpec()
    {
        _tables = new ReadTables(_temp.Database, RealConfig.Content, new ConversationNames(new byte[32]));
        _reminders = new ReminderTables(_temp.Database, RealConfig.Content);
        _store = new SqlApplicationStore(_temp.Database, _time);
        _phone = new Phone(_time);
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Thirty_days_of_a_passport_that_nobody_collects()
    {
        await _phone.Writes("halo");
        await Happens(new ReminderChange.ApplicationWatched(Number, Id, null, _time.GetUtcNow()));
        _time.Advance(TimeSpan.FromDays(1));
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);

        await Pass(TimeSpan.FromDays(32));

        _phone.Bubbles.Select(bubble => bubble.At.ToOffset(Wib).ToString("d MMM HH.mm", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(
            ["25 Nov 09.00", "2 Dec 09.00", "9 Dec 09.00", "16 Dec 09.00", "22 Dec 09.00", "24 Dec 09.00"]);
        _phone.Bubbles.ShouldAllBe(bubble => bubble.Body is OutboundBody.Template);
        ((OutboundBody.Template)_phone.Bubbles[^1].Body).Name.ShouldBe("sigap_collection_last");
        _phone.Bubbles[^1].Body.Text.ShouldContain("Jumat, 25 Desember 2026*, tinggal 1 hari");
    }

    [Fact]
    public async Task A_passport_that_is_collected_is_not_reminded_of_again()
    {
        await _phone.Writes("halo");
        await Happens(new ReminderChange.ApplicationWatched(Number, Id, null, _time.GetUtcNow()));
        await _store.Upsert([Record(Stage.ReadyForCollection)], default);
        await Pass(TimeSpan.FromDays(9));

        await _store.Upsert([Record(Stage.HandedOver) with { UpdatedAt = _time.GetUtcNow() }], default);
        await Pass(TimeSpan.FromDays(30));

        _phone.Bubbles.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_booking_is_reminded_of_twice_within_the_window_as_an_ordinary_bubble()
    {
        await Book();
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 15, 0, 0, Wib).ToUniversalTime());
        await _phone.Writes("halo");

        await Pass(TimeSpan.FromHours(20));

        _phone.Bubbles.Select(bubble => bubble.At.ToOffset(Wib).Hour).ShouldBe([16, 8]);
        _phone.Bubbles.ShouldAllBe(bubble => bubble.Body is OutboundBody.Buttons);
    }

    [Fact]
    public async Task A_crash_between_telling_and_taking_away_tells_nothing_twice()
    {
        await Book();
        await _phone.Writes("halo");
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 16, 0, 0, Wib).ToUniversalTime());

        _phone.DiesAfterTaking = true;
        await Clock().Ring(default);
        _phone.Bubbles.Count.ShouldBe(1);
        _phone.DiesAfterTaking = false;
        await Clock().Ring(default);

        _phone.Bubbles.Count.ShouldBe(1);
        (await _reminders.Due(_time.GetUtcNow(), 10, default)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_reached_is_told_when_it_can()
    {
        await Book();
        await _phone.Writes("halo");
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 16, 0, 0, Wib).ToUniversalTime());
        _phone.IsAway = true;
        await Clock().Ring(default);
        _phone.Bubbles.ShouldBeEmpty();

        _phone.IsAway = false;
        await Clock().Ring(default);

        _phone.Bubbles.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_an_outage_what_makes_no_sense_any_more_is_dropped_and_the_rest_is_told()
    {
        await Book();
        await _phone.Writes("halo");

        _time.SetUtcNow(new DateTimeOffset(2026, 11, 27, 9, 0, 0, Wib).ToUniversalTime());
        await Clock().Ring(default);

        _phone.Bubbles.ShouldHaveSingleItem().Body.Text.ShouldContain("Hari ini");
        (await _reminders.Due(_time.GetUtcNow().AddYears(1), 10, default)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Two_nodes_ringing_at_once_tell_it_once()
    {
        await Book();
        await _phone.Writes("halo");
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 16, 0, 0, Wib).ToUniversalTime());

        await Task.WhenAll(Clock().Ring(default), Clock().Ring(default));

        _phone.Bubbles.Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_fit_into_one_round_are_all_told_in_it()
    {
        await _phone.Writes("halo");
        for (var booking = 0; booking < 450; booking++)
        {
            await Book(new BookingCode($"B{booking:00000}"));
        }

        _time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 16, 0, 0, Wib).ToUniversalTime());
        await Clock().Ring(default);

        _phone.Bubbles.Count.ShouldBe(450);
    }

    [Fact]
    public async Task A_telling_that_is_cut_off_does_not_end_the_clock()
    {
        await Book();
        await _phone.Writes("halo");
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 16, 0, 0, Wib).ToUniversalTime());
        _phone.IsCutOff = true;
        using var roster = Roster();
        using var clock = Clock(roster);
        await roster.StartAsync(default);
        await clock.StartAsync(default);
        await Eventually.Becomes(() => _phone.CutOffs > 0, () => "it was cut off once");

        _phone.IsCutOff = false;
        await Eventually.Becomes(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(5));
                return _phone.Bubbles.Count == 1;
            },
            () => "it is told in the next round");
        await clock.StopAsync(default);
        await roster.StopAsync(default);
    }

    private DutyRoster Roster() => new(new SoleNodeLease(), _time, NullLogger<DutyRoster>.Instance);

    private ReminderClock Clock() => Clock(Roster());

    private ReminderClock Clock(DutyRoster roster) => new(_reminders, _phone, roster, _time, NullLogger<ReminderClock>.Instance);

    /// <summary>Half an hour at a time, with a new clock each time: nothing is kept in memory.</summary>
    private async Task Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(30))
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            await Clock().Ring(default);
        }
    }

    private async Task Book(BookingCode? code = null)
    {
        var booking = code is { } other ? Booking with { Code = other } : Booking;
        var now = _time.GetUtcNow();
        await _tables.Apply(
            PickupStory.Changes(
                booking.Day,
                now,
                new DayFact.Taken(booking.Code, 1, Id, [new Seat(Number, new TimeOnly(10, 0), false)], false, BookingStage.Held, now.AddMinutes(5), null),
                new DayFact.Confirmed(booking.Code, Collector.Applicant)),
            _offset,
            ++_offset,
            default);
    }

    private Task Happens(ReminderChange change) => _tables.Apply([new ReadChange.Reminded(change)], _offset, ++_offset, default);

    private PassportApplication Record(Stage stage) => new(
        Number, new OfficeId("jakarta-pusat"), new DateOnly(1990, 8, 17), "Budi Santoso", stage,
        new DateOnly(2026, 11, 25), stage == Stage.ReadyForCollection ? new DateOnly(2026, 11, 25) : null, _time.GetUtcNow());

    /// <summary>The conversation of one applicant, as its phone sees it.</summary>
    private sealed class Phone(FakeTimeProvider time) : INoticeDelivery
    {
        private readonly ConversationEngine _engine = new(
            new ConversationParts(
                RealConfig.Content,
                RealConfig.Understanding,
                new NoApplications(),
                new ConversationSettings(),
                time,
                new RepliesUnderWay(),
                new NoDesk(),
                new DoorCodes([1])),
            new ConversationId("109000000000001.phone"));
        private readonly Lock _gate = new();

        public List<(DateTimeOffset At, OutboundBody Body)> Bubbles { get; } = [];

        public bool DiesAfterTaking { get; set; }

        public bool IsAway { get; set; }

        /// <summary>By something that ends, such as the actors of a node that is taken out.</summary>
        public bool IsCutOff { get; set; }

        public int CutOffs { get; private set; }

        public Task<bool> Tell(Notify notify, CancellationToken cancel)
        {
            if (IsCutOff)
            {
                CutOffs++;
                throw new TaskCanceledException();
            }

            if (IsAway)
            {
                return Task.FromResult(false);
            }

            lock (_gate)
            {
                Bubbles.AddRange(_engine.Notify(notify).Bubbles.Select(body => (time.GetUtcNow(), body)));
            }

            return Task.FromResult(!DiesAfterTaking);
        }

        public Task Writes(string text) => _engine.Hear(new InboundMessage(
            new MessageId($"wamid.{time.GetUtcNow():O}"), Id.Business, Applicant.From("6281200000001", null)!,
            time.GetUtcNow(), time.GetUtcNow(), new InboundContent.Text(text)));
    }

    private sealed class NoApplications : IApplications
    {
        public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel) => Task.FromResult<ProofOutcome>(new ProofOutcome.NoMatch());
    }
}
