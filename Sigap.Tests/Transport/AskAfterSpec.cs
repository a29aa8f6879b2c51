using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>A transport says of each reply it is asked after whether it has it.</summary>
public class AskAfterSpec : TransportTestKit
{
    private static readonly AskAfter Ask = new(Conversation, 1, 0);

    [Fact]
    public void What_never_came_is_unknown_to_a_transport_that_tells_how_long_it_has_been_there()
    {
        var transport = Start(new TransportSettings());
        Sync(transport);
        Time.Advance(TimeSpan.FromSeconds(7));

        transport.Tell(Ask, TestActor);

        Told(1).ShouldBe(new SendVerdict.Unheard(TimeSpan.FromSeconds(7)));
        Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    public void Of_what_is_on_its_way_nothing_is_said_until_it_has_ended()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1), TestActor);
        transport.Tell(Ask, TestActor);
        Sync(transport);
        Conversations.ExpectNoMsg(TimeSpan.Zero);

        Accept();

        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
    }

    [Fact]
    public void What_waits_for_its_turn_is_told_to_be_held()
    {
        var transport = Start(new TransportSettings { Concurrency = 1 });
        transport.Tell(Reply(2), TestActor);
        transport.Tell(Reply(1), TestActor);

        transport.Tell(Ask, TestActor);

        Told(1).ShouldBeOfType<SendVerdict.Held>();
    }

    [Fact]
    public void What_was_taken_is_told_again_however_often_it_is_asked_for()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1), TestActor);
        Accept();
        Told(1).ShouldBeOfType<SendVerdict.Accepted>();

        transport.Tell(Ask, TestActor);
        transport.Tell(Ask, TestActor);

        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
        Told(1).ShouldBeOfType<SendVerdict.Accepted>();
    }

    [Fact]
    public void What_may_have_been_taken_is_never_told_to_be_unheard()
    {
        var transport = Start(new TransportSettings());
        transport.Tell(Reply(1), TestActor);
        Gateway.Next().SetResult(new SendOutcome.Unknown("no answer in time"));
        Told(1).ShouldBeOfType<SendVerdict.Unknown>();

        transport.Tell(Ask, TestActor);

        Told(1).ShouldBeOfType<SendVerdict.Unknown>();
    }
}
