using CsCheck;
using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Scenarios;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>Whatever an applicant sent, in whatever order and however late it arrives.</summary>
public class LatePropertySpec
{
    /// <summary>The way to a booking, and to the question whether to cancel it, on time.</summary>
    private static readonly string[] Prelude =
        ["pesan jadwal", "1106000000000008", "17-08-1990", "tidak", "besok jam 10", "saya sendiri", "batalkan jadwal"];

    private static readonly Gen<Sent> Message = Gen.Select(
        Gen.Frequency(
            (6, Gen.OneOf(
                "halo", "menu", "bayar", "jam buka", "status", "1", "2", "ya", "tidak", "batal", "kembali", "petugas", "english please", "stop",
                "1106000000000008", "17-08-1990", "cek 1106000000000007 17-08-1990", "pesan jadwal", "besok", "besok jam 10", "istri",
                "jadwal saya", "pindah jadwal", "batalkan jadwal", "saya di sini 1234", "petugasnya lambat sekali dan tidak sopan", "xyzzy")
                .Select(InboundContent (text) => new InboundContent.Text(text))),
            (4, Gen.OneOf(
                "menu|status", "menu|payment", "menu|pickup", "booking.held|applicant", "booking.held|cancel", "booking.ask-cancel|yes",
                "booking.days|2026-11-25", "booking.times|1000", "booking.party|none", "status.result|another", "notice.place-offered|accept",
                "waitlist.full|join", "feedback.ask-rating|5", "gone|gone")
                .Select(InboundContent (option) => new InboundContent.Tap($"00000000|{option}", "?"))),
            (1, Gen.OneOf<InboundContent>(
                new InboundContent.Media(MediaKind.Image), new InboundContent.Reaction("👍"), new InboundContent.Location()))),
        Gen.Int[1, 1200],
        Gen.Int[0, 20],
        (content, secondsBefore, pause) => new Sent(content, secondsBefore, pause));

    private static readonly Gen<(Sent[] Sent, int Prelude)> Stories = Gen.Select(Message.Array[2, 12], Gen.Int[0, Prelude.Length]);

    [Fact]
    public void Every_message_makes_one_turn_and_at_most_one_reply() => Stories.Sample(
        story =>
        {
            var applicant = new Phone(story.Prelude);
            foreach (var sent in story.Sent)
            {
                applicant.Receives(sent).Replies.Length.ShouldBeLessThanOrEqualTo(1);
                applicant.Check();
            }

            applicant.EverythingOwedLeaves();
        },
        iter: 150);

    [Fact]
    public void What_was_overtaken_leaves_the_dialogue_where_the_newest_message_brought_it() => Stories.Sample(
        story =>
        {
            var applicant = new Phone(story.Prelude);
            foreach (var sent in story.Sent)
            {
                var before = applicant.State;
                var turn = applicant.Receives(sent);
                if (turn.Timing == Timing.Overtaken)
                {
                    applicant.State.Step.ShouldBe(before.Step);
                    applicant.State.Trail.ShouldBe(before.Trail);
                    applicant.State.Offered.ShouldBe(before.Offered);
                    applicant.State.Language.ShouldBe(before.Language);
                    applicant.State.NewestSentAt.ShouldBe(before.NewestSentAt);
                }
            }
        },
        iter: 150);

    [Fact]
    public void What_came_late_books_confirms_and_cancels_nothing() => Stories.Sample(
        story =>
        {
            var applicant = new Phone(story.Prelude);
            foreach (var sent in story.Sent)
            {
                var before = applicant.Booked;
                var turn = applicant.Receives(sent);
                if (turn.Timing != Timing.OnTime)
                {
                    applicant.Booked.ShouldBe(before);
                }
            }
        },
        iter: 150);

    private sealed record Sent(InboundContent Content, int SecondsBefore, int Pause);

    private sealed class Phone
    {
        private static readonly BusinessNumberId Business = new("109000000000001");
        private static readonly Applicant Someone = Applicant.From("6281200000001", null)!;
        private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        private readonly ConversationId _id = new($"{Business}.property");
        private readonly ScenarioWorld _world;
        private readonly ConversationEngine _engine;
        private int _messages;

        public Phone(int prelude)
        {
            var content = new ChangingContent(RealConfig.Content.Current);
            var office = content.Current.OfficeOf(Business)!;
            _world = new ScenarioWorld(_clock, office, _id, content);
            _engine = new ConversationEngine(
                new ConversationParts(
                    content, RealConfig.Understanding, new ScenarioApplications(office, _clock.GetUtcNow()), new ConversationSettings(), _clock,
                    new RepliesUnderWay(), _world, _world.Doors),
                _id);
            foreach (var text in Prelude[..prelude])
            {
                Receives(new Sent(new InboundContent.Text(text), 0, Pause: 6));
            }
        }

        public Conversation State => _engine.State;

        /// <summary>What stands at the days: what was booked, held or waited for.</summary>
        public string Booked => string.Join('\n', Enumerable.Range(0, 16)
            .Select(day => _world.Pickup.Day(new PickupDayId(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 24).AddDays(day))))
            .SelectMany(day => day.Bookings.Values
                .Where(booking => booking.Conversation == _id && (booking.Stage == BookingStage.Confirmed || booking.IsLive))
                .Select(booking => $"{booking.Code} {booking.Stage} {booking.Collector}")));

        public TurnTaken Receives(Sent sent) => ReceivesAsync(sent).GetAwaiter().GetResult();

        public void Check()
        {
            StateWire.FromWire(StateWire.ToWire(State).ToByteArray()).ShouldBe(State);
            State.Owed.Select(owed => owed.Number).ShouldBeInOrder();
        }

        public void EverythingOwedLeaves()
        {
            _clock.Advance(new ConversationSettings().LateGather);
            _engine.Leave(Business);
            State.Owed.ShouldBeEmpty();
        }

        private async Task<TurnTaken> ReceivesAsync(Sent sent)
        {
            await _world.Pass(TimeSpan.FromSeconds(sent.Pause), notify => _engine.Notify(notify));
            var now = _clock.GetUtcNow();
            var message = new InboundMessage(
                new MessageId($"wamid.{++_messages}"), Business, Someone, now.AddSeconds(-sent.SecondsBefore), now, sent.Content);
            var turn = (await _engine.Hear(message)).Turn.ShouldNotBeNull();
            (await _engine.Hear(message)).Turn.ShouldBeNull();
            EventWire.TurnFromWire(EventWire.ToWire(turn).ToByteArray()).ShouldBe(turn);
            return turn;
        }
    }
}
