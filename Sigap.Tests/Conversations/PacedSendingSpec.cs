using Akka.Actor;
using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A conversation hands its replies over no faster than WhatsApp takes them for one applicant.</summary>
public class PacedSendingSpec()
    : DoubtTestKit(new ConversationSettings { PairBurst = 2, PairInterval = TimeSpan.FromSeconds(10), TurnsBeforePause = 50 })
{
    [Fact]
    public void Beyond_the_burst_a_reply_waits_for_its_time()
    {
        var conversation = SentABurst();

        conversation.Tell(Hears("bayar"), TestActor);
        ExpectMsg<Heard>();
        NothingMoreIsDelivered();
        Wait(Parts.Settings.PairInterval);

        Delivered().Number.ShouldBe(3);
    }

    [Fact]
    public void A_restart_does_not_give_the_burst_back()
    {
        var conversation = SentABurst();
        Kill(conversation);
        var returned = Start();

        returned.Tell(Hears("bayar"), TestActor);
        ExpectMsg<Heard>();
        NothingMoreIsDelivered();
        Wait(Parts.Settings.PairInterval);

        Delivered().Number.ShouldBe(3);
    }

    [Fact]
    public void What_may_have_left_before_a_restart_is_counted()
    {
        var conversation = Owes("halo", "bayar");
        Kill(conversation);
        var returned = Returns();
        WaitInVainSinceReturn();
        Delivered().Attempt.ShouldBe(1);

        Ends(returned, new SendVerdict.Accepted(7), attempt: 1);
        NothingMoreIsDelivered();
        Wait(Parts.Settings.PairInterval);

        Delivered().Number.ShouldBe(2);
    }

    /// <summary>Both replies of the burst are settled.</summary>
    private IActorRef SentABurst()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, new SendVerdict.Accepted(7));
        Delivered().Number.ShouldBe(2);
        Ends(conversation, new SendVerdict.Accepted(8), reply: 2);
        AwaitAssert(() => Settlements().Count.ShouldBe(2));
        return conversation;
    }
}
