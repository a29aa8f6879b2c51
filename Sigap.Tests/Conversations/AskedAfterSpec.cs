using Akka.Actor;
using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A reply of which nothing is heard is asked after: it may have been dropped on its way to the transport.</summary>
public class AskedAfterSpec : DoubtTestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public void A_reply_of_which_nothing_is_heard_is_asked_after()
    {
        var conversation = Owes("halo");
        Sync(conversation);

        Wait(Soon);

        Asked().ShouldBe(new AskAfter(Id, 1, 0));
    }

    [Fact]
    public void A_reply_that_has_ended_is_not_asked_after()
    {
        OwesNothingAnyMore();

        Wait(Soon);

        TheTransportGetsNoMore<AskAfter>();
    }

    [Fact]
    public void What_never_came_to_a_transport_that_was_there_all_the_time_is_handed_over_again_at_once_and_is_not_possibly_twice()
    {
        var conversation = IsAskedAfter("halo");

        Ends(conversation, new SendVerdict.Unheard(TimeSpan.FromMinutes(5)), attempt: 0);

        Delivered().ShouldSatisfyAllConditions(again => again.Attempt.ShouldBe(0), again => again.Unanswered.ShouldBe(0));
        Statuses.Looks.ShouldBe(0);
        Ends(conversation, new SendVerdict.Accepted(7), attempt: 0);
        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false)]));
    }

    [Fact]
    public void What_an_earlier_transport_may_have_sent_waits_for_a_status()
    {
        var conversation = IsAskedAfter("halo", "bayar");
        var looks = Statuses.Looks;

        conversation.Tell(new ReplyOutcome(Id, 1, new SendVerdict.Unheard(TimeSpan.FromSeconds(1)), 0));
        AwaitCondition(() => Statuses.Looks > looks);
        Sync(conversation);
        Sync(conversation);
        NothingMoreIsDelivered();
        Told(0, "wamid.a", DeliveryStage.Sent);
        Wait(Parts.Settings.RestartWait);

        Delivered().Number.ShouldBe(2);
        Settlements().ShouldBe([Accepted("wamid.a", twice: false)]);
    }

    [Fact]
    public void The_answer_about_a_reply_comes_twice_and_is_taken_once()
    {
        var conversation = IsAskedAfter("halo");
        Ends(conversation, new SendVerdict.Unheard(TimeSpan.FromMinutes(5)), attempt: 0);
        Delivered().Attempt.ShouldBe(0);

        Ends(conversation, new SendVerdict.Unheard(TimeSpan.FromMinutes(5)), attempt: 0);

        Delivered().ShouldSatisfyAllConditions(again => again.Attempt.ShouldBe(0), again => again.Unanswered.ShouldBe(0));
        Ends(conversation, new SendVerdict.Accepted(7), attempt: 0);
        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false)]));
    }

    private IActorRef IsAskedAfter(params string[] texts)
    {
        var conversation = Owes(texts);
        Sync(conversation);
        Wait(Soon);
        Asked();
        return conversation;
    }

    private AskAfter Asked() => (AskAfter)Transport.FishForMessage(message => message is AskAfter);
}
