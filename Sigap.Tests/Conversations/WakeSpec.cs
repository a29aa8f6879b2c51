using Akka.Actor;
using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>Waking is for those who sleep.</summary>
public sealed class WakeSpec : DoubtTestKit
{
    [Fact]
    public void A_conversation_that_waits_for_its_next_try_is_not_hurried_by_being_woken()
    {
        var conversation = Owes("halo");
        Ends(conversation, new SendVerdict.Later(TimeSpan.FromMinutes(5)));

        for (var sweep = 0; sweep < 10; sweep++)
        {
            conversation.Tell(new Wake(Id));
        }

        Sync(conversation);
        NothingMoreIsDelivered();
        Statuses.Looks.ShouldBe(0);
    }

    [Fact]
    public void What_a_node_wrote_that_came_to_itself_too_late_is_read_and_sent()
    {
        var atHome = Owes("halo");
        Ends(atHome, new SendVerdict.Accepted(1));
        var elsewhere = Start();
        elsewhere.Tell(Hears("jam buka"), TestActor);
        ExpectMsg<Heard>();
        KillAndForget(elsewhere);

        Watch(atHome);
        atHome.Tell(new Wake(Id, Reply: 2));
        ExpectTerminated(atHome);
        Returns();
        WaitInVainSinceReturn();

        Delivered().Number.ShouldBe(2);
    }

    [Fact]
    public void Being_woken_for_what_it_knows_does_not_make_a_conversation_begin_anew()
    {
        var conversation = Owes("halo");

        conversation.Tell(new Wake(Id, Reply: 1));

        Sync(conversation);
    }
}
