using CsCheck;
using Google.Protobuf;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>Whatever an applicant does, in whatever order and at whatever time.</summary>
public class ConversationPropertySpec
{
    private static readonly BusinessNumberId Jakarta = new("109000000000001");
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private static readonly Gen<InboundContent> Content = Gen.Frequency(
        (8, Gen.OneOf(
            "halo", "menu", "batal", "kembali", "1", "2", "3", "5", "9", "ya", "tidak", "status", "#bayar", "#saran", "syarat paspor anak",
            "1106000000000008", "1106000000", "000008", "17-08-1990", "01-01-2000", "english please", "bahasa indonesia", "petugas",
            "pelayanannya lama sekali dan petugasnya jutek", "terima kasih", "3171234501900001", "820251124123456", "xyzzy", "",
            "pesan jadwal", "besok", "jam 10", "jadwal saya", "pindah jadwal", "saya di sini 1234", "antrean saya", "stop", "mulai", "istri")
            .Select(InboundContent (text) => new InboundContent.Text(text))),
        (1, Gen.String.Select(InboundContent (text) => new InboundContent.Text(text))),
        (3, Gen.Select(Gen.OneOf(Nodes()), Gen.Int[0, 9], InboundContent (node, place) => Tap(node, place))),
        (1, Gen.OneOf<InboundContent>(
            new InboundContent.Media(MediaKind.Voice), new InboundContent.Media(MediaKind.Image, "status"), new InboundContent.Location(),
            new InboundContent.Reaction("👍"), new InboundContent.Revoke(null), new InboundContent.Welcome(), new InboundContent.Unsupported(null),
            new InboundContent.Edit(null, "menu"), new InboundContent.Contacts(), new InboundContent.Tap("gone|gone|gone", "?"))));

    private static readonly Gen<(InboundContent Content, int Seconds)[]> Story =
        Gen.Select(Content, Gen.Frequency((9, Gen.Int[1, 60]), (1, Gen.Int[60, 90_000]))).Array[1, 25];

    [Fact]
    public void Every_message_makes_one_event_and_the_state_survives_the_wire() => Story.Sample(
        story =>
        {
            var state = Conversation.Origin;
            var now = Start;
            foreach (var (number, (content, seconds)) in story.Index())
            {
                now += TimeSpan.FromSeconds(seconds);
                var message = Message(number, content, now);
                var turn = Turn(state, message, now);
                state = ConversationEvolution.Evolve(state, turn);

                ConversationDecider.Hear(state, message, Around(now)).ShouldBeOfType<Decision.Already>();
                EventWire.TurnFromWire(EventWire.ToWire(turn).ToByteArray()).ShouldBe(turn);
                StateWire.FromWire(StateWire.ToWire(state).ToByteArray()).ShouldBe(state);
            }
        },
        iter: 300);

    [Fact]
    public void Every_message_is_answered_with_one_bubble_or_deliberately_not() => Story.Sample(
        story =>
        {
            var state = Conversation.Origin;
            var now = Start;
            foreach (var (number, (content, seconds)) in story.Index())
            {
                now += TimeSpan.FromSeconds(seconds);
                var wasPaused = state.Loop.IsPaused(now);
                var turn = Turn(state, Message(number, content, now), now);
                state = ConversationEvolution.Evolve(state, turn);

                var wantsNone = wasPaused || content is InboundContent.Reaction or InboundContent.Revoke;
                turn.Replies.Length.ShouldBe(wantsNone ? 0 : 1);
                foreach (var owed in state.Owed)
                {
                    Wording.Render(RealConfig.Content.Current, Around(now).Office, owed).Text.ShouldNotBeNullOrWhiteSpace();
                    state = ConversationEvolution.Evolve(state, new ReplySettled(owed.Number, now, Settlement.Accepted));
                }

                state.Owed.ShouldBeEmpty();
            }
        },
        iter: 300);

    [Fact]
    public void Numbers_that_are_not_ours_are_never_kept() => Gen.OneOf("3171234501900001", "820251124123456", "A1234567", "1234567890ABCDEF")
        .Sample(number =>
        {
            var turn = Turn(Conversation.Origin, Message(1, new InboundContent.Text($"tolong cek {number} ya"), Start), Start);

            EventWire.ToWire(turn).ToByteString().ToStringUtf8().ShouldNotContain(number);
        });

    private static TurnTaken Turn(Conversation state, InboundMessage message, DateTimeOffset now)
    {
        var decision = ConversationDecider.Hear(state, message, Around(now));
        if (decision is Decision.Needs)
        {
            decision = ConversationDecider.Hear(state, message, Around(now), new Answer.Proved(new ProofOutcome.NoMatch()));
        }

        return decision.ShouldBeOfType<Decision.Turn>().Taken;
    }

    private static Surroundings Around(DateTimeOffset now)
    {
        var content = RealConfig.Content.Current;
        return new Surroundings(
            content, content.OfficeOf(Jakarta)!, RealConfig.Understanding, new ConversationSettings(), now, new ConversationId($"{Jakarta}.property"),
            new DoorCodes([1]));
    }

    private static InboundMessage Message(int number, InboundContent content, DateTimeOffset now) =>
        new(new MessageId($"wamid.{number}"), Jakarta, Applicant.From("6281200000001", null)!, now, now, content);

    private static string[] Nodes() => [.. RealConfig.Content.Current.Texts[LanguageCode.Indonesian].Nodes.Keys.Order(StringComparer.Ordinal)];

    private static InboundContent.Tap Tap(string node, int place)
    {
        var options = RealConfig.Content.Current.Texts[LanguageCode.Indonesian].Nodes[node].Options;
        return new InboundContent.Tap($"00000000|{node}|{(options.IsEmpty ? "yes" : options[place % options.Length].Id)}", "?");
    }
}
