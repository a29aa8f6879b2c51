using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Tests.Support;

namespace Sigap.Tests.Conversations;

/// <summary>One applicant who writes without end while a lookup is under way.</summary>
public sealed class FloodSpec : ConversationTestKit
{
    private const int TooMany = 5;
    private readonly HeldApplications _applications;

    public FloodSpec()
        : this(new HeldApplications())
    {
    }

    private FloodSpec(HeldApplications applications)
        : base(new FixedContent(new ContentBuilder().Build()), applications) => _applications = applications;

    [Fact]
    public void What_is_more_than_may_wait_is_told_to_come_again_and_the_others_are_heard()
    {
        var conversation = Sys.ActorOf(ConversationHosting.PropsOf(Id.Value, Parts, ToldStatuses.None, Transport.Ref));
        conversation.Tell(Hears("1106000000000007"), TestActor);
        ExpectMsg<Heard>(TimeSpan.FromSeconds(30));
        conversation.Tell(Hears("17-08-1990"), TestActor);
        AwaitCondition(() => _applications.Asked == 1);

        for (var message = 0; message < ConversationActor.MostWaiting + TooMany; message++)
        {
            conversation.Tell(Hears("halo"), TestActor);
        }

        ReceiveN(TooMany, TimeSpan.FromSeconds(60)).ShouldAllBe(answer => answer is CommandFailed);
        _applications.Answer.SetResult(new ProofOutcome.NoMatch());
        ReceiveN(ConversationActor.MostWaiting + 1, TimeSpan.FromSeconds(60)).ShouldAllBe(answer => answer is Heard);
    }
}
