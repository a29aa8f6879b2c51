using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>Of a reply that may have left before a crash, or before the transport fell silent, the statuses are asked first.</summary>
public class UntoldOutcomeSpec : DoubtTestKit
{
    [Fact]
    public void Killed_before_it_heard_of_its_reply_it_looks_up_the_statuses_and_does_not_send_it_again()
    {
        var conversation = Owes("halo", "bayar");
        Told(0, "wamid.a", DeliveryStage.Sent);

        Kill(conversation);
        Start();

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: false)]);
    }

    [Fact]
    public void Killed_while_it_waits_for_a_status_it_sends_after_one_look()
    {
        var conversation = Owes("halo");
        Ends(conversation, Unknown);
        WaitAndLook(FirstLook);
        var looks = Statuses.Looks;

        Kill(conversation);
        Start();

        Delivered().Number.ShouldBe(1);
        Statuses.Looks.ShouldBe(looks + 1);
    }

    [Fact]
    public void A_conversation_that_owes_nothing_looks_nothing_up()
    {
        var conversation = Owes("halo");
        Ends(conversation, new SendVerdict.Accepted(7));
        AwaitAssert(() => Settlements().ShouldHaveSingleItem());

        Kill(conversation);
        Sync(Start());

        Statuses.Looks.ShouldBe(0);
    }

    [Fact]
    public void A_transport_that_fell_silent_is_handed_the_reply_again_only_when_no_status_tells_of_it()
    {
        var conversation = Owes("halo", "bayar");
        Told(0, "wamid.a", DeliveryStage.Sent);
        Sync(conversation);

        Time.Advance(Parts.Settings.SettleTimeout);

        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void Statuses_that_cannot_be_read_are_looked_up_again()
    {
        var conversation = Owes("halo", "bayar");
        Ends(conversation, Unknown);
        Statuses.IsAway = true;
        Told(0, "wamid.a", DeliveryStage.Sent);
        WaitAndLook(FirstLook);
        NothingMoreIsDelivered();
        Statuses.IsAway = false;

        Time.Advance(Parts.Settings.AnswerTimeout);

        Delivered().Number.ShouldBe(2);
    }
}
