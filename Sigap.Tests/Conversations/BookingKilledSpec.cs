using Akka.Actor;
using Akka.TestKit;
using Microsoft.Extensions.Time.Testing;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Scenarios;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A death at every step of a booking, of the conversation or of the day: the applicant ends with exactly what was confirmed.</summary>
public class BookingKilledSpec : Akka.TestKit.Xunit2.TestKit
{
    private const string Number = "1106000000000008";
    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly Applicant Someone = Applicant.From("6281200000001", null)!;
    private static readonly PickupDayId Wednesday = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    private static readonly PickupDayId Thursday = Wednesday with { Date = new DateOnly(2026, 11, 26) };
    private readonly ConversationId _id = new($"{Business}.{Guid.NewGuid():n}");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<PickupDayId, IActorRef> _days = [];
    private readonly TestProbe _transport;
    private readonly TestProbe _notices;
    private readonly IActorRef _region;
    private readonly GatedDesk _desk;
    private readonly ConversationParts _parts;
    private readonly PickupParts _pickup;
    private IActorRef _conversation;
    private int _messages;

    public BookingKilledSpec()
        : base(FailingJournal.Config + """

            akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
            """)
    {
        _transport = CreateTestProbe();
        _notices = CreateTestProbe();
        _pickup = new PickupParts(new CalendarPlans(RealConfig.Content), new MemoryPickupClaims(), new PickupSettings(), _clock);
        _region = ActorOf(actor => actor.Receive<IWithPickupDay>((message, _) => Day(message.Day).Forward(message)), "region");
        _desk = new GatedDesk(_region);
        _parts = new ConversationParts(
            RealConfig.Content,
            RealConfig.Understanding,
            new ScenarioApplications(RealConfig.Content.Current.OfficeOf(Business)!, _clock.GetUtcNow()),
            new ConversationSettings { RestartWait = TimeSpan.FromSeconds(1) },
            _clock,
            new RepliesUnderWay(),
            _desk,
            new DoorCodes([1]));
        _conversation = Start();
    }

    [Fact]
    public void Killed_between_the_hold_and_its_write_the_redelivery_is_given_the_same_places()
    {
        ChooseDay();

        var held = DiesWhileAsking(Hears("10.00"));

        held.ShouldContain("kami simpan untuk Anda");
        Live(Wednesday).Length.ShouldBe(1);
        Says("istri").ShouldContain(Live(Wednesday)[0].At.Code.Value);
        Live(Wednesday).ShouldHaveSingleItem().Stage.ShouldBe(BookingStage.Confirmed);
    }

    [Fact]
    public void Killed_between_the_confirmation_and_its_write_the_redelivery_is_told_the_same_booking()
    {
        ChooseDay();
        Says("10.00");

        var confirmed = DiesWhileAsking(Hears("istri"));

        var booking = Live(Wednesday).ShouldHaveSingleItem();
        booking.Stage.ShouldBe(BookingStage.Confirmed);
        booking.Collector.ShouldBe(Collector.Family);
        confirmed.ShouldContain(booking.At.Code.Value);
    }

    [Fact]
    public void When_the_conversation_cannot_be_written_after_the_confirmation_the_redelivery_is_told_it()
    {
        ChooseDay();
        Says("10.00");
        var confirm = Hears("istri");
        WhileBroken($"conversation|{_id.Value}", _conversation, () =>
        {
            _conversation.Tell(confirm, TestActor);
            ExpectMsg<CommandFailed>();
        });
        _conversation = Start();

        var told = Told(confirm);

        told.ShouldContain(Live(Wednesday).ShouldHaveSingleItem().At.Code.Value);
    }

    [Fact]
    public void A_conversation_killed_before_its_reply_left_tells_it_after_its_return()
    {
        ChooseDay();
        Says("10.00");
        _conversation.Tell(Hears("istri"), TestActor);
        ExpectMsg<Heard>();
        Delivered();

        Kill();

        var told = Delivered();
        told.Message.Body.Text.ShouldContain(Live(Wednesday).ShouldHaveSingleItem().At.Code.Value);
    }

    [Fact]
    public void A_day_killed_between_hold_and_confirmation_has_kept_the_places()
    {
        ChooseDay();
        Says("10.00");

        KillDay(Wednesday);

        Says("istri").ShouldContain("sudah dipesan");
        Live(Wednesday).ShouldHaveSingleItem().Stage.ShouldBe(BookingStage.Confirmed);
    }

    [Fact]
    public void When_the_day_cannot_write_the_confirmation_the_applicant_is_told_and_may_try_again()
    {
        ChooseDay();
        Says("10.00");
        WhileBroken($"pickup|{Wednesday}", Day(Wednesday), () => Says("istri").ShouldContain("gangguan"));
        Forget(Wednesday);
        Live(Wednesday).ShouldHaveSingleItem().Stage.ShouldBe(BookingStage.Held);

        Says("istri").ShouldContain("sudah dipesan");

        Live(Wednesday).ShouldHaveSingleItem().Stage.ShouldBe(BookingStage.Confirmed);
    }

    [Fact]
    public void Killed_between_the_confirmation_of_a_move_and_its_write_there_is_one_booking_and_it_is_told()
    {
        ChooseDay();
        Says("10.00");
        Says("istri");
        Says("pindah jadwal");
        Says("26 november jam 13");

        var moved = DiesWhileAsking(Hears("ya"));

        var booking = Live(Thursday).ShouldHaveSingleItem();
        booking.Stage.ShouldBe(BookingStage.Confirmed);
        booking.Collector.ShouldBe(Collector.Family);
        moved.ShouldContain(booking.At.Code.Value);
        AwaitCondition(() => Live(Wednesday).Length == 0);
    }

    [Fact]
    public void Killed_in_the_middle_of_a_cancellation_the_redelivery_finds_it_done()
    {
        ChooseDay();
        Says("10.00");
        Says("istri");
        Says("batal");

        DiesWhileAsking(Hears("ya")).ShouldContain("sudah dibatalkan");

        Live(Wednesday).ShouldBeEmpty();
        Says("jadwal saya").ShouldContain("belum memesan");
    }

    [Fact]
    public void The_same_confirmation_delivered_twice_is_one_booking()
    {
        ChooseDay();
        Says("10.00");
        var confirm = Hears("istri");
        Told(confirm);

        _conversation.Tell(confirm, TestActor);

        ExpectMsg<Heard>().Again.ShouldBeTrue();
        Live(Wednesday).ShouldHaveSingleItem();
    }

    private void ChooseDay()
    {
        Says("pesan jadwal");
        Says(Number);
        Says("17-08-1990").ShouldContain("0008 (B. S.)");
        Says("tidak");
        Says("besok").ShouldContain("Rabu, 25 November 2026");
    }

    /// <summary>The day has done what was asked, but the conversation dies before it hears of it; then the message comes again.</summary>
    private string DiesWhileAsking(Hear hear)
    {
        var before = _desk.Answered;
        var gate = _desk.Close();
        _conversation.Tell(hear, TestActor);
        AwaitCondition(() => _desk.Answered > before);

        Kill();
        gate.SetResult();
        return Told(hear);
    }

    private string Says(string text) => Told(Hears(text));

    private string Told(Hear hear)
    {
        _conversation.Tell(hear, TestActor);
        ExpectMsg<Heard>().Again.ShouldBeFalse();
        var deliver = Delivered();
        _conversation.Tell(new ReplyOutcome(_id, deliver.Number, new SendVerdict.Accepted(1)));
        AwaitCondition(() => _parts.UnderWay.Count == 0);
        _clock.Advance(TimeSpan.FromSeconds(6));
        return deliver.Message.Body.Text;
    }

    private Hear Hears(string text)
    {
        var now = _clock.GetUtcNow();
        return new Hear(_id, new InboundMessage(
            new MessageId($"wamid.{_id.Value}.{++_messages}"), Business, Someone, now, now, new InboundContent.Text(text)));
    }

    private Deliver Delivered() => (Deliver)_transport.FishForMessage(message => message is Deliver);

    private BookingView[] Live(PickupDayId day) =>
        [.. _region.Ask<PickupAnswer.Bookings>(new GetBookings(day)).GetAwaiter().GetResult().All];

    private IActorRef Start() => Sys.ActorOf(Props.Create(() => new ConversationActor(_id.Value, _parts, ToldStatuses.None, _transport.Ref, () => ActorRefs.Nobody)));

    private void Kill()
    {
        Watch(_conversation);
        _conversation.Tell(Akka.Actor.Kill.Instance);
        ExpectTerminated(_conversation);
        while (_transport.HasMessages)
        {
            _transport.ReceiveOne(TimeSpan.Zero);
        }

        _conversation = Start();
    }

    private IActorRef Day(PickupDayId id)
    {
        lock (_days)
        {
            if (!_days.TryGetValue(id, out var day))
            {
                var parts = _pickup;
                Func<IActorRef> conversations = () => _notices.Ref;
                Func<IActorRef> region = () => _region;
                _days[id] = day = Sys.ActorOf(Props.Create(() => new PickupDayActor(id.Value, parts, conversations, region)));
            }

            return day;
        }
    }

    private void KillDay(PickupDayId id)
    {
        var day = Day(id);
        Watch(day);
        day.Tell(Akka.Actor.Kill.Instance);
        ExpectTerminated(day);
        Forget(id);
    }

    private void Forget(PickupDayId id)
    {
        lock (_days)
        {
            _days.Remove(id);
        }
    }

    /// <summary>Nothing of this stream can be written meanwhile, and who tries stops.</summary>
    private void WhileBroken(string persistenceId, IActorRef writer, Action act)
    {
        var watcher = CreateTestProbe();
        watcher.Watch(writer);
        FailingJournal.Broken = FailingJournal.Broken.Add(persistenceId);
        try
        {
            act();
            watcher.ExpectTerminated(writer);
        }
        finally
        {
            FailingJournal.Broken = FailingJournal.Broken.Remove(persistenceId);
        }
    }

    /// <summary>The way to the days, on which answers can be held up.</summary>
    private sealed class GatedDesk(IActorRef region) : IPickupDesk
    {
        private volatile TaskCompletionSource? _gate;
        private int _answered;

        public int Answered => Volatile.Read(ref _answered);

        /// <summary>From now on answers wait until the gate is opened.</summary>
        public TaskCompletionSource Close()
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            gate.Task.ContinueWith(_ => _gate = null, TaskScheduler.Default);
            return _gate = gate;
        }

        public async Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel)
        {
            var gate = _gate;
            var answer = await region.AskDay(message, cancel);
            Interlocked.Increment(ref _answered);
            await (gate?.Task ?? Task.CompletedTask);
            return answer;
        }
    }
}
