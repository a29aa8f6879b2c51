using Akka.Actor;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>A conversation that ends in good order says whether something is on its way, so that the next one need not wait.</summary>
public class RestingSpec : DoubtTestKit
{
    private static readonly SendVerdict Later = new SendVerdict.Later(TimeSpan.FromMinutes(1));

    [Fact]
    public void What_was_not_on_its_way_at_the_end_is_sent_at_once_by_the_next_one_and_is_not_possibly_twice()
    {
        var conversation = Owes("halo");
        Ends(conversation, Later, attempt: 0);
        StopsInGoodOrder(conversation);

        var returned = Start();

        Delivered().Number.ShouldBe(1);
        Statuses.Looks.ShouldBe(0);
        Ends(returned, new SendVerdict.Accepted(7), attempt: 0);
        AwaitAssert(() => Settlements().ShouldBe([(Settlement.Accepted, 7ul, 0, false)]));
    }

    [Fact]
    public void What_was_with_the_transport_at_the_end_is_in_doubt()
    {
        var conversation = Owes("halo");
        StopsInGoodOrder(conversation);

        Returns();

        NothingMoreIsDelivered();
        Journalled<SendingRested>().ShouldBeEmpty();
    }

    [Fact]
    public void The_word_of_one_that_ended_well_does_not_speak_for_one_that_was_killed_after_it()
    {
        var conversation = Owes("halo");
        Ends(conversation, Later, attempt: 0);
        StopsInGoodOrder(conversation);
        var second = Start();
        Delivered().Number.ShouldBe(1);
        Kill(second);

        Returns();

        NothingMoreIsDelivered();
    }

    [Fact]
    public void Nothing_is_written_by_one_that_owes_nothing()
    {
        var conversation = OwesNothingAnyMore();

        StopsInGoodOrder(conversation);

        Journalled<SendingRested>().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_decided_on_a_node_that_stops_is_kept_and_sent_at_once_at_the_next_home()
    {
        Parts.UnderWay.Stop();
        var conversation = Start();
        conversation.Tell(Hears("halo"), TestActor);
        ExpectMsg<Heard>();
        NothingMoreIsDelivered();

        StopsInGoodOrder(conversation);

        Conversations.ExpectMsg<Wake>().ShouldBe(new Wake(Id, 1));
        Start(Statuses.Parts, Parts with { UnderWay = new RepliesUnderWay() });
        Delivered().Number.ShouldBe(1);
        Statuses.Looks.ShouldBe(0);
    }

    [Fact]
    public void One_whose_reply_is_on_its_way_is_woken_at_the_next_home_too()
    {
        var conversation = Owes("halo", "terima kasih");

        StopsInGoodOrder(conversation);

        Conversations.ExpectMsg<Wake>().ShouldBe(new Wake(Id, 2));
    }

    [Fact]
    public void One_that_owes_nothing_is_not_woken()
    {
        var conversation = OwesNothingAnyMore();

        StopsInGoodOrder(conversation);

        Conversations.ExpectNoMsg(TimeSpan.Zero);
    }

    private void StopsInGoodOrder(IActorRef conversation)
    {
        Watch(conversation);
        conversation.Tell(Stop.Instance);
        ExpectTerminated(conversation);
        Unwatch(conversation);
    }
}
