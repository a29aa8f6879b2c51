using Akka.Actor;
using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>The replies to late messages wait for one another, and leave once, whatever happens on the way.</summary>
public class LateRepliesSpec : DoubtTestKit
{
    private TimeSpan Gather => Parts.Settings.LateGather;

    [Fact]
    public void Late_messages_are_answered_together()
    {
        var conversation = Start();
        HearsLate(conversation, "halo", 20);
        HearsLate(conversation, "bayar", 10);
        NothingMoreIsDelivered();

        Time.Advance(Gather);

        var text = Delivered().Message.Body.Text;
        text.ShouldContain("id late.apology");
        text.ShouldContain("id welcome");
        text.ShouldContain("id payment");
        Accept(conversation, number: 2);
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_message_on_time_is_answered_right_after_them()
    {
        var conversation = Start();
        HearsLate(conversation, "halo", 20);
        conversation.Tell(Hears("bayar"), TestActor);
        ExpectMsg<Heard>();
        NothingMoreIsDelivered();

        Time.Advance(Gather);

        Delivered().Number.ShouldBe(1);
        Accept(conversation, number: 1);
        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void What_is_on_its_way_is_not_taken_back()
    {
        var conversation = Start();
        HearsLate(conversation, "halo", 20);
        Time.Advance(Gather);
        Delivered().Number.ShouldBe(1);

        HearsLate(conversation, "bayar", 10);
        Time.Advance(Gather);
        Accept(conversation, number: 1);

        var next = Delivered();
        next.Number.ShouldBe(2);
        next.Message.Body.Text.ShouldContain("id payment");
        next.Message.Body.Text.ShouldNotContain("id late.apology");
    }

    [Fact]
    public void A_late_message_that_comes_twice_is_answered_once()
    {
        var conversation = Start();
        var late = HearsLate("bayar", TimeSpan.FromMinutes(10));
        conversation.Tell(late, TestActor);
        conversation.Tell(late, TestActor);
        ExpectMsg<Heard>().Again.ShouldBeFalse();
        ExpectMsg<Heard>().Again.ShouldBeTrue();

        Time.Advance(Gather);

        Delivered().Number.ShouldBe(1);
        Accept(conversation, number: 1);
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_conversation_killed_while_it_gathers_goes_on_gathering()
    {
        var conversation = Start();
        HearsLate(conversation, "halo", 20);
        KillAndForget(conversation);

        var again = Start();
        HearsLate(again, "bayar", 10);
        Time.Advance(Gather);

        var deliver = Delivered();
        deliver.Number.ShouldBe(2);
        deliver.Message.Body.Text.ShouldContain("id welcome");
        deliver.Message.Body.Text.ShouldContain("id payment");
        Accept(again, number: 2);
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_conversation_killed_while_it_gathers_sends_when_the_time_is_over()
    {
        var conversation = Start();
        HearsLate(conversation, "halo", 20);
        KillAndForget(conversation);

        Sync(Start());
        NothingMoreIsDelivered();
        Time.Advance(Gather);

        Delivered().Number.ShouldBe(1);
    }

    private void HearsLate(IActorRef conversation, string text, int minutes)
    {
        conversation.Tell(HearsLate(text, TimeSpan.FromMinutes(minutes)), TestActor);
        ExpectMsg<Heard>().Again.ShouldBeFalse();
    }

    private void Accept(IActorRef conversation, long number)
    {
        conversation.Tell(new ReplyOutcome(Id, number, new SendVerdict.Accepted(1)));
        Sync(conversation);
    }
}
