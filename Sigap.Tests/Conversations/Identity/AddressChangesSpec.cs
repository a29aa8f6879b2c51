using CsCheck;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Conversations.Identity;

/// <summary>Whatever WhatsApp tells of one change, in whatever order and however often, comes to the same.</summary>
public class AddressChangesSpec
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Id = new("109000000000001.abc");
    private static readonly Applicant Before = Applicant.From("6281200000001", "ID.1")!;
    private static readonly Applicant After = Applicant.From("6281200000099", "ID.99")!;
    private static readonly Applicant OldPhone = Applicant.From(Before.Phone, null)!;

    private static readonly InboundMessage[] Told =
    [
        Change(1, OldPhone, After.Phone, null),
        Change(2, OldPhone, After.Phone, After.ScopedId),
        Change(3, Before, null, After.ScopedId),
        Change(4, Applicant.From(After.Phone, Before.ScopedId)!, null, After.ScopedId),
    ];

    [Fact]
    public void Told_in_any_order_and_twice_a_change_is_one_change() => Gen.Shuffle(Told.Concat(Told).ToArray()).Sample(order =>
    {
        var c = order.Aggregate(Known, Hear);

        c.Applicant.ShouldBe(After);
        c.Left.ShouldHaveSingleItem().Phone.ShouldBe(Before.Phone);
        Belonging.Of(c, Id, Text(5, After, 60)).ShouldBe(Belonging.Here.Now);
        Belonging.Of(c, Id, Text(6, OldPhone, 600)).ShouldBe(new Belonging.There(c.Left[0].Heir));
        Belonging.Of(c, Id, Text(7, Before, -60)).ShouldBe(Belonging.Here.Now);
    });

    [Fact]
    public void A_change_of_somebody_else_changes_nothing()
    {
        var c = Hear(Known, Change(1, Applicant.From("6281200000001", "ID.7")!, "6281200000077", "ID.77"));

        c.Applicant.ShouldBe(Before);
        c.Left.ShouldBeEmpty();
    }

    [Fact]
    public void After_a_long_silence_a_change_that_names_only_the_number_may_be_about_the_next_who_has_it()
    {
        var c = Hear(Known, Told[0] with { SentAt = At.AddDays(31) });

        c.Applicant.ShouldBe(Before);
        Hear(Known, Told[2] with { SentAt = At.AddDays(31) }).Applicant.ShouldBe(Applicant.From(Before.Phone, After.ScopedId));
    }

    [Fact]
    public void A_conversation_that_never_heard_anybody_learns_nobody_from_a_change()
    {
        var c = Hear(Conversation.Origin, Told[0]);

        c.Applicant.ShouldBeNull();
        c.FirstSentAt.ShouldBeNull();
        Belonging.Of(c, Id, Text(2, OldPhone, 60)).ShouldBe(Belonging.Here.Now);
    }

    [Fact]
    public void A_change_opens_no_window()
    {
        var c = Hear(Known, Told[0] with { SentAt = At.AddHours(20) });

        c.WindowUntil.ShouldBe(At.AddHours(-1) + ConversationEvolution.AnswerWindow);
    }

    [Fact]
    public void The_strangers_change_of_number_is_the_strangers()
    {
        var c = Hear(Known, Told[0]);

        Belonging.Of(c, Id, Change(9, OldPhone, "6281200000055", null) with { SentAt = At.AddDays(60) })
            .ShouldBe(new Belonging.There(c.Left[0].Heir));
    }

    [Fact]
    public void An_ordinary_message_of_an_ordinary_applicant_is_here() =>
        Belonging.Of(Known, Id, Text(2, Before, 60)).ShouldBe(Belonging.Here.Now);

    private static Conversation Known => ConversationEvolution.Evolve(Conversation.Origin, new TurnTaken(
        77, At.AddHours(-1), At.AddHours(-1), "v", "halo", LanguageCode.Indonesian, [new TurnFact.ApplicantSeen(Before)], [], 1));

    private static Conversation Hear(Conversation c, InboundMessage message)
    {
        var around = new Surroundings(
            Support.RealConfig.Content.Current,
            Support.RealConfig.Content.Current.OfficeOf(message.Business)!,
            new Support.SimpleUnderstanding(),
            new ConversationSettings(),
            At.AddMinutes(1),
            Id,
            new Sigap.Pickup.DoorCodes([1]));
        if (ConversationDecider.Hear(c, message, around) is not Decision.Turn { Taken: var turn })
        {
            return c;
        }

        turn.Replies.ShouldBeEmpty();
        return ConversationEvolution.Evolve(c, turn);
    }

    private static InboundMessage Change(int number, Applicant from, string? phone, string? scopedId) =>
        Message(number, from, number, new InboundContent.IdentityChange(phone, scopedId));

    private static InboundMessage Text(int number, Applicant from, int second) =>
        Message(100 + number, from, second, new InboundContent.Text("halo"));

    private static InboundMessage Message(int number, Applicant from, int second, InboundContent content) => new(
        new MessageId($"wamid.{number}"), Id.Business, from, At.AddSeconds(second), At.AddSeconds(second), content);
}
