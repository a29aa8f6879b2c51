using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.Pickup;

namespace Sigap.Tests.Conversations.Identity;

/// <summary>Two conversations that turn out to be one person's become one, whatever dies on the way.</summary>
public class JoinedSpec : IdentityTestKit
{
    private static readonly Applicant Hidden = Applicant.From(null, "ID.1")!;

    [Fact]
    public void Who_showed_both_once_is_known_by_the_scoped_id_alone()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        Joins();

        Says(Text(Hidden, 10)).ShouldBe(conversation);
        Known.ShouldBe([conversation]);
    }

    [Fact]
    public void The_older_conversation_goes_on_when_the_number_shows_later()
    {
        var first = Says(Text(Hidden, 0))!.Value;
        var booking = Books(first, 1);
        var second = Says(Text(Old, 10))!.Value;
        var other = Books(second, 2);
        Joins();

        second.ShouldNotBe(first);
        Says(Text(Old, 20)).ShouldBe(first);
        Says(Text(Hidden, 30)).ShouldBe(first);
        StateOf(first).Applicant.ShouldBe(Old);
        StateOf(first).Pickup.Bookings.Select(known => known.At).ShouldBe([booking.At, other.At], ignoreOrder: true);
        AtOffice(other)!.Conversation.ShouldBe(first);
    }

    [Fact]
    public void The_older_conversation_goes_on_when_the_scoped_id_shows_later()
    {
        var phoneOnly = Applicant.From(Old.Phone, null)!;
        var first = Says(Text(phoneOnly, 0))!.Value;
        var second = Says(Text(Hidden, 10))!.Value;
        var booking = Books(second, 2);
        Says(Text(Old, 20)).ShouldBe(first);
        Joins();

        Says(Text(Hidden, 30)).ShouldBe(first);
        WhereIs(second).ShouldBe(first);
        StateOf(first).Pickup.Bookings.ShouldHaveSingleItem().At.ShouldBe(booking.At);
    }

    [Fact]
    public void One_person_on_two_business_numbers_has_two_conversations()
    {
        var denpasar = new BusinessNumberId("109000000000002");
        var here = Says(Text(Old, 0))!.Value;
        var there = Says(Text(Old, 10) with { Business = denpasar })!.Value;
        Joins();

        there.Business.ShouldBe(denpasar);
        WhereIs(here).ShouldBe(here);
        WhereIs(there).ShouldBe(there);
    }

    [Fact]
    public void Notices_to_the_younger_reach_the_older_once()
    {
        var (first, second) = Two();
        Joins();
        var notice = new Notify(second, 77, new Notice.WaitlistClosed(OfficeUnderTest.Tomorrow), DateTimeOffset.MaxValue);

        Ask(notice).ShouldBe(Notified.Now);
        Ask(notice).ShouldBe(Notified.Before);

        AwaitAssert(() => Sent[^1].Conversation.ShouldBe(first));
        StateOf(second).Notices.Contains(77).ShouldBeFalse();
    }

    [Fact]
    public void A_join_done_twice_is_one_join()
    {
        var (first, second) = Two();
        var join = Due().ShouldHaveSingleItem();

        Carry(join).ShouldBeTrue();
        Carry(join).ShouldBeTrue();

        StateOf(first).InheritedFrom.ShouldBe([second]);
        StateOf(first).Pickup.Bookings.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Killed_after_any_step_a_join_goes_on_where_it_was(int asks)
    {
        var (first, second) = Two();
        var join = Due().ShouldHaveSingleItem();

        Carry(join, asks);
        KillsAll();
        Says(Text(Old, 40)).ShouldNotBeNull();
        KillsAll();
        Joins();

        Says(Text(Old, 50)).ShouldBe(first);
        StateOf(first).Pickup.Bookings.Length.ShouldBe(2);
        StateOf(first).Pickup.Bookings.ShouldAllBe(booking => Office.Office.Day(booking.At.Day).Bookings[booking.At.Code].Conversation == first);
        StateOf(second).Moved!.To.ShouldBe(first);
    }

    [Fact]
    public void A_younger_one_that_gave_up_and_an_older_one_that_never_heard_of_it_find_together()
    {
        var (first, second) = Two();

        // The write of the younger is there, what it told the older got lost.
        Sigap.Tests.Support.FailingJournal.Break($"conversation|{first}");
        Ask(new MoveTo(second, first, AtSecond(0), null)).ShouldBe(CommandFailed.Now);
        Sigap.Tests.Support.FailingJournal.Mend($"conversation|{first}");
        Forget(first);
        Says(Text(Old, 40)).ShouldBe(first);
        StateOf(first).Pickup.Bookings.Length.ShouldBe(1);
        Joins();

        StateOf(first).Pickup.Bookings.Length.ShouldBe(2);
    }

    [Fact]
    public void Asked_both_ways_at_once_they_do_not_lead_in_a_circle()
    {
        var (first, second) = Two();

        Ask(new MoveTo(first, second, AtSecond(10), null)).ShouldBe(new MoveAnswer.Older(first, AtSecond(0)));
        Ask(new MoveTo(second, first, AtSecond(0), null)).ShouldBeOfType<MoveAnswer.Joined>();
        Ask(new MoveTo(first, second, AtSecond(10), null)).ShouldBe(new MoveAnswer.Older(first, AtSecond(0)));

        WhereIs(second).ShouldBe(first);
    }

    private (ConversationId First, ConversationId Second) Two()
    {
        var first = Says(Text(Hidden, 0))!.Value;
        Books(first, 1);
        var second = Says(Text(Old, 10))!.Value;
        Books(second, 2);
        return (first, second);
    }
}
