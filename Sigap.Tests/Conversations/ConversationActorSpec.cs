using Akka.Actor;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

public class ConversationActorSpec : ConversationTestKit
{
    private const string Number = "1106000000000007";
    private readonly HeldApplications _applications;

    public ConversationActorSpec()
        : this(new HeldApplications())
    {
    }

    private ConversationActorSpec(HeldApplications applications)
        : base(new FixedContent(new ContentBuilder().Build()), applications) => _applications = applications;

    [Fact]
    public void A_message_is_acknowledged_and_its_reply_handed_over()
    {
        var conversation = Start();

        conversation.Tell(Hears("halo"), TestActor);

        ExpectMsg<Heard>().Again.ShouldBeFalse();
        var deliver = Delivered();
        deliver.Number.ShouldBe(1);
        deliver.Message.To.ShouldBe(Someone);
        deliver.Message.CallbackData.ShouldBe($"{Id}:1:0");
    }

    [Fact]
    public void A_message_that_comes_twice_is_acknowledged_twice_and_answered_once()
    {
        var conversation = Start();
        var hear = Hears("halo");

        conversation.Tell(hear, TestActor);
        conversation.Tell(hear, TestActor);

        ExpectMsg<Heard>().Again.ShouldBeFalse();
        ExpectMsg<Heard>().Again.ShouldBeTrue();
        Delivered().Number.ShouldBe(1);
        NothingMoreIsDelivered();
    }

    [Fact]
    public void The_next_reply_waits_until_the_one_before_is_accepted()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        conversation.Tell(Hears("bayar"), TestActor);
        ReceiveN(2);

        Delivered().Number.ShouldBe(1);
        NothingMoreIsDelivered();
        conversation.Tell(new ReplyOutcome(Id, 1, new SendVerdict.Accepted(1)));

        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void A_conversation_killed_before_its_reply_was_accepted_sends_it_after_its_return()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        ExpectMsg<Heard>();
        Delivered();

        KillAndForget(conversation);
        AdvanceSinceReturn(Start());

        Delivered().Number.ShouldBe(1);
    }

    [Fact]
    public void A_conversation_killed_after_its_reply_was_accepted_sends_nothing_and_knows_the_message()
    {
        var conversation = Start();
        var hear = Hears("halo");
        conversation.Tell(hear, TestActor);
        ExpectMsg<Heard>();
        Delivered();
        conversation.Tell(new ReplyOutcome(Id, 1, new SendVerdict.Accepted(1)));
        Settled();

        KillAndForget(conversation);
        Start().Tell(hear, TestActor);

        ExpectMsg<Heard>().Again.ShouldBeTrue();
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_reply_to_be_sent_later_is_handed_over_again_with_the_next_attempt()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        Delivered().Attempt.ShouldBe(0);

        conversation.Tell(new ReplyOutcome(Id, 1, new SendVerdict.Later(TimeSpan.FromSeconds(4))));
        Sync(conversation);
        NothingMoreIsDelivered();
        Time.Advance(TimeSpan.FromSeconds(4));

        Delivered().Attempt.ShouldBe(1);
    }

    [Fact]
    public void A_transport_that_never_answers_is_handed_the_reply_again()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        Delivered();
        Sync(conversation);

        Time.Advance(Parts.Settings.SettleTimeout);

        Delivered().Unanswered.ShouldBe(0);
    }

    [Fact]
    public void A_reply_that_can_never_be_delivered_makes_room_for_the_next()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        conversation.Tell(Hears("bayar"), TestActor);
        Delivered();

        conversation.Tell(new ReplyOutcome(Id, 1, new SendVerdict.GivenUp(131026)));

        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void Nothing_is_sent_once_the_answer_window_has_closed()
    {
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        Delivered();
        conversation.Tell(new ReplyOutcome(Id, 1, new SendVerdict.Later(TimeSpan.FromHours(25))));
        Sync(conversation);

        Time.Advance(TimeSpan.FromHours(25));

        Settled();
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_turn_whose_deciding_fails_is_answered_with_an_apology()
    {
        var conversation = Start();

        conversation.Tell(Hears(SimpleUnderstanding.Bomb), TestActor);

        ExpectMsg<Heard>();
        Delivered().Message.Body.Text.ShouldContain("id failed");
    }

    [Fact]
    public void A_failed_write_is_told_and_stops_the_conversation_and_the_redelivery_is_heard()
    {
        var conversation = Watch(Start());
        var hear = Hears("halo");
        FailingJournal.Broken = FailingJournal.Broken.Add($"conversation|{Id}");

        conversation.Tell(hear, TestActor);

        ExpectMsg<CommandFailed>();
        ExpectTerminated(conversation);
        FailingJournal.Broken = FailingJournal.Broken.Remove($"conversation|{Id}");
        Start().Tell(hear, TestActor);
        ExpectMsg<Heard>().Again.ShouldBeFalse();
        Delivered().Number.ShouldBe(1);
    }

    [Fact]
    public void While_a_lookup_is_under_way_later_messages_wait_their_turn()
    {
        var conversation = Start();
        conversation.Tell(Hears(Number), TestActor);
        ExpectMsg<Heard>();
        Accept(conversation);

        var proof = Hears("17-08-1990");
        conversation.Tell(proof, TestActor);
        conversation.Tell(Hears("bayar"), TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        _applications.Answer.SetResult(new ProofOutcome.NoMatch());

        ReceiveN(2);
        var answer = Delivered();
        answer.Message.Body.Text.ShouldContain("no-match");
        conversation.Tell(new ReplyOutcome(Id, answer.Number, new SendVerdict.Accepted(1)));
        Delivered().Message.Body.Text.ShouldContain("payment");
    }

    [Fact]
    public void A_lookup_that_takes_too_long_is_answered_honestly()
    {
        var conversation = Start();
        conversation.Tell(Hears(Number), TestActor);
        ExpectMsg<Heard>();
        Accept(conversation);

        conversation.Tell(Hears("17-08-1990"), TestActor);
        AwaitCondition(() => _applications.Asked > 0);
        Time.Advance(Parts.Settings.AnswerTimeout);

        ExpectMsg<Heard>();
        Delivered().Message.Body.Text.ShouldContain("not-available");
    }

    [Fact]
    public void A_conversation_killed_in_the_middle_of_a_lookup_handles_the_redelivery_anew()
    {
        var conversation = Start();
        conversation.Tell(Hears(Number), TestActor);
        ExpectMsg<Heard>();
        Accept(conversation);
        var proof = Hears("17-08-1990");
        conversation.Tell(proof, TestActor);
        AwaitCondition(() => _applications.Asked > 0);

        KillAndForget(conversation);
        _applications.Answer.SetResult(new ProofOutcome.NoMatch());
        Start().Tell(proof, TestActor);

        ExpectMsg<Heard>().Again.ShouldBeFalse();
        Delivered().Message.Body.Text.ShouldContain("no-match");
    }

    [Fact]
    public void A_stop_waits_for_the_write_under_way()
    {
        var conversation = Watch(Start());

        conversation.Tell(Hears("halo"), TestActor);
        conversation.Tell(Stop.Instance);

        ExpectMsg<Heard>();
        ExpectTerminated(conversation);
        Parts.UnderWay.Count.ShouldBe(0);
    }

    private IActorRef Start() => Start(ToldStatuses.None);

    private Deliver Accept(IActorRef conversation)
    {
        var deliver = Delivered();
        conversation.Tell(new ReplyOutcome(Id, deliver.Number, new SendVerdict.Accepted(1)));
        Settled();
        return deliver;
    }

    private void Settled() => AwaitCondition(() => Parts.UnderWay.Count == 0);
}
