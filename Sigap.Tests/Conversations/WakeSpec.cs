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
}
