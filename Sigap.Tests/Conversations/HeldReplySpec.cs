using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A reply that has to wait because of its number or its template.</summary>
public class HeldReplySpec : DoubtTestKit
{
    private static readonly SendVerdict Held = new SendVerdict.Held(TimeSpan.FromSeconds(30));

    [Fact]
    public void It_is_handed_over_again_as_the_same_attempt_and_nobody_looks_for_statuses()
    {
        var conversation = Owes("halo");
        for (var hold = 0; hold < 5; hold++)
        {
            Ends(conversation, Held);
            Wait(TimeSpan.FromSeconds(30));
            var again = Delivered();
            (again.Number, again.Attempt).ShouldBe((1, 0));
        }

        Statuses.Looks.ShouldBe(0);
    }

    [Fact]
    public void It_is_settled_when_it_leaves_in_the_meantime()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Held);

        Ends(conversation, new SendVerdict.Accepted(new MessageId("wamid.a").Fingerprint));

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: false)]);
    }

    [Fact]
    public void Told_twice_it_is_handed_over_once()
    {
        var conversation = Owes("halo");
        Ends(conversation, Held);
        Ends(conversation, Held);

        Wait(TimeSpan.FromSeconds(30));

        Delivered();
        NothingMoreIsDelivered();
    }

    [Fact]
    public void A_process_that_stops_does_not_wait_for_it()
    {
        var conversation = Owes("halo");
        Parts.UnderWay.Count.ShouldBe(1);

        Ends(conversation, Held);

        Parts.UnderWay.Count.ShouldBe(0);
    }

    [Fact]
    public void A_killed_conversation_hands_it_over_after_its_return()
    {
        var conversation = Owes("halo");
        Ends(conversation, Held);
        KillAndForget(conversation);

        Returns();
        WaitInVainSinceReturn();

        Delivered().Number.ShouldBe(1);
    }

    [Fact]
    public void Free_words_may_leave_until_shortly_before_WhatsApps_window_closes()
    {
        var conversation = Start();
        var hear = Hears("halo");
        conversation.Tell(hear, TestActor);
        ExpectMsg<Heard>();

        Delivered().Until.ShouldBe(
            hear.Message.SentAt.AsOnWire() + ConversationEvolution.AnswerWindow - Parts.Settings.WindowMargin);
    }

    [Fact]
    public void A_reply_that_could_leave_only_in_the_last_minute_of_the_window_is_not_sent()
    {
        var conversation = Start();

        conversation.Tell(HearsLate("halo", ConversationEvolution.AnswerWindow - TimeSpan.FromSeconds(59)), TestActor);

        ExpectMsg<Heard>();
        Time.Advance(Parts.Settings.LateGather);
        AwaitAssert(() => Settlements()[^1].As.ShouldBe(Settlement.WindowClosed));
        NothingMoreIsDelivered();
    }
}
