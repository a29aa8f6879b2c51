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

/// <summary>Whatever an applicant taps and types on the way to a passport, in whatever order and at whatever time.</summary>
public class BookingPropertySpec
{
    private static readonly Gen<Act> Acts = Gen.Frequency(
        (12, Gen.Int[0, 9].Select(Act (place) => new Act.Taps(place))),
        (6, Gen.OneOf(
            "pesan jadwal", "1106000000000008", "1106000000000101", "17-08-1990", "tidak", "ya", "besok", "besok jam 10", "jam 11", "senin",
            "istri", "jadwal saya", "pindah jadwal", "batal", "kembali", "saya di sini {door}", "antrean saya", "stop", "mulai", "menu", "1")
            .Select(Act (text) => new Act.Types(text))),
        (2, Gen.OneOf(1, 4, 40, 60 * 8, 60 * 24).Select(Act (minutes) => new Act.Waits(TimeSpan.FromMinutes(minutes)))),
        (1, Gen.OneOf("2026-11-25 fill", "2026-11-25 free 3", "2026-11-26 fill", "2026-11-26 free 1")
            .Select(Act (line) => new Act.OthersDo(line))));

    [Fact]
    public void The_applicant_knows_exactly_what_the_office_has() => Acts.Array[5, 40].Sample(acts => Play(acts), iter: 60);

    private static void Play(Act[] acts)
    {
        var story = new Story();
        foreach (var act in (Act[])[.. Start, .. acts])
        {
            story.Take(act).GetAwaiter().GetResult();
            story.Check();
        }
    }

    private static readonly Act[] Start =
        [new Act.Types("pesan jadwal"), new Act.Types("1106000000000008"), new Act.Types("17-08-1990"), new Act.Types("tidak")];

    private abstract record Act
    {
        public sealed record Taps(int Place) : Act;

        public sealed record Types(string Text) : Act;

        public sealed record Waits(TimeSpan Time) : Act;

        public sealed record OthersDo(string Line) : Act;
    }

    private sealed class Story
    {
        private static readonly BusinessNumberId Business = new("109000000000001");
        private static readonly Applicant Someone = Applicant.From("6281200000001", null)!;
        private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        private readonly ConversationId _id = new($"{Business}.property");
        private readonly ScenarioWorld _world;
        private readonly ConversationEngine _engine;
        private int _messages;

        public Story()
        {
            var content = new ChangingContent(RealConfig.Content.Current);
            var office = content.Current.OfficeOf(Business)!;
            _world = new ScenarioWorld(_clock, office, _id, content);
            _engine = new ConversationEngine(
                new ConversationParts(
                    content, RealConfig.Understanding, new ScenarioApplications(office, _clock.GetUtcNow()),
                    new ConversationSettings { TurnsBeforePause = 60, SameTextBeforePause = 60 }, _clock, new RepliesUnderWay(), _world, _world.Doors),
                _id);
        }

        public async Task Take(Act act)
        {
            switch (act)
            {
                case Act.Taps tap when _engine.State.Offered is { IsEmpty: false } offered:
                    var offer = offered[tap.Place % offered.Length];
                    await Say(new InboundContent.Tap($"00000000|{offer.Node}|{offer.Option}", "?"));
                    break;
                case Act.Types typed:
                    await Say(new InboundContent.Text(typed.Text.Replace("{door}", _world.DoorCode, StringComparison.Ordinal)));
                    break;
                case Act.Waits waits:
                    await _world.Pass(waits.Time, notify => _engine.Notify(notify));
                    break;
                case Act.OthersDo others:
                    await _world.Others(others.Line);
                    break;
            }

            await _world.Pass(TimeSpan.FromSeconds(6), notify => _engine.Notify(notify));
        }

        /// <summary>Bookings as the days have them and as the conversation remembers them, and the state on the wire.</summary>
        public void Check()
        {
            var today = DateOnly.FromDateTime(_clock.GetUtcNow().AddHours(7).DateTime);
            var known = _engine.State.Pickup.Bookings
                .Where(booking => booking.Stage == BookingStage.Confirmed && booking.At.Day.Date >= today)
                .Select(booking => (booking.At, booking.Seats[0].Slot));
            var real = Enumerable.Range(0, 16)
                .Select(day => new PickupDayId(new OfficeId("jakarta-pusat"), today.AddDays(day)))
                .SelectMany(day => _world.Pickup.Day(day).Bookings.Values
                    .Where(booking => booking is { IsLive: true, Stage: BookingStage.Confirmed } && booking.Conversation == _id)
                    .Select(booking => (new BookingAt(day, booking.Code), booking.Seats[0].Slot)));

            known.ShouldBe(real, ignoreOrder: true);
            StateWire.FromWire(StateWire.ToWire(_engine.State).ToByteArray()).ShouldBe(_engine.State);
        }

        private async Task Say(InboundContent content)
        {
            var now = _clock.GetUtcNow();
            var message = new InboundMessage(new MessageId($"wamid.{++_messages}"), Business, Someone, now, now, content);
            var heard = await _engine.Hear(message);
            heard.Bubbles.Length.ShouldBe(1);
            (await _engine.Hear(message)).Turn.ShouldBeNull();
            EventWire.TurnFromWire(EventWire.ToWire(heard.Turn!).ToByteArray()).ShouldBe(heard.Turn);
        }
    }
}
