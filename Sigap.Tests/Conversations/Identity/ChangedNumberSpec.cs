using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.Pickup;

namespace Sigap.Tests.Conversations.Identity;

/// <summary>Who changes the number keeps the conversation; who gets the old number does not.</summary>
public class ChangedNumberSpec : IdentityTestKit
{
    [Fact]
    public void Nothing_is_answered_to_a_change_and_what_follows_goes_to_the_new_number()
    {
        var conversation = Says(Text(Old, 0))!.Value;

        Says(Changes(Phone(Old), 10, New.Phone)).ShouldBeNull();
        Tells(conversation, new Notice.WaitlistClosed(OfficeUnderTest.Tomorrow));

        AwaitAssert(() => Sent.Count.ShouldBe(2));
        Sent[1].Message.To.ShouldBe(Applicant.From(New.Phone, null));
    }

    [Fact]
    public void What_is_written_from_the_new_number_goes_on_in_the_old_conversation()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        var booking = Books(conversation, 1);
        Says(Changes(Phone(Old), 10, New.Phone));
        Joins();

        Says(Text(New, 20)).ShouldBe(conversation);

        StateOf(conversation).Applicant.ShouldBe(New);
        StateOf(conversation).Pickup.Bookings.ShouldHaveSingleItem().At.ShouldBe(booking.At);
        AtOffice(booking)!.Conversation.ShouldBe(conversation);
    }

    [Fact]
    public void What_was_said_and_booked_from_the_new_number_before_the_change_was_told_is_not_lost()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        var early = Text(New, 11);
        var other = Says(early)!.Value;
        var booking = Books(other, 2);

        Says(Changes(Phone(Old), 12, New.Phone));
        Joins();

        other.ShouldNotBe(conversation);
        WhereIs(New).ShouldBe(conversation);
        StateOf(conversation).Pickup.Bookings.ShouldHaveSingleItem().At.ShouldBe(booking.At);
        AtOffice(booking)!.Conversation.ShouldBe(conversation);
        Says(early).ShouldBeNull();
    }

    [Fact]
    public void A_stranger_on_the_old_number_begins_anew_and_sees_nothing()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        Books(conversation, 1);
        Says(Changes(Phone(Old), 10, New.Phone));
        Joins();

        var stranger = Says(Text(Stranger, 1000))!.Value;

        stranger.ShouldNotBe(conversation);
        StateOf(stranger).Pickup.ShouldBe(PickupFile.Empty);
        Says(Text(Phone(Stranger), 1010)).ShouldBe(stranger);
        Says(Text(New, 1020)).ShouldBe(conversation);
        Sent.Where(sent => sent.Conversation == conversation).Skip(2).ShouldAllBe(sent => sent.Message.To.Phone != Old.Phone);
    }

    [Fact]
    public void A_late_message_from_before_the_change_is_still_its_writers()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        Says(Changes(Phone(Old), 10, New.Phone));

        Says(Text(Phone(Old), 9)).ShouldBe(conversation);

        StateOf(conversation).Applicant!.Phone.ShouldBe(New.Phone);
    }

    [Fact]
    public void A_change_told_three_ways_is_one_change()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        Says(Changes(Phone(Old), 10, New.Phone));
        Says(Changes(Phone(Old), 11, New.Phone, New.ScopedId));
        Says(Changes(Old, 12, null, New.ScopedId));
        Joins();

        StateOf(conversation).Applicant.ShouldBe(New);
        StateOf(conversation).Left.ShouldHaveSingleItem().Phone.ShouldBe(Old.Phone);
        Says(Text(Applicant.From(null, New.ScopedId)!, 20)).ShouldBe(conversation);
    }

    [Fact]
    public void Who_had_the_new_number_before_is_somebody_else_and_is_not_written_to_any_more()
    {
        var former = Applicant.From(New.Phone, "ID.777")!;
        var theirs = Says(Text(former, 0))!.Value;
        var booking = Books(theirs, 7);
        Time.Advance(TimeSpan.FromHours(1));
        var conversation = Says(Text(Old, 3600))!.Value;
        Says(Changes(Phone(Old), 3610, New.Phone));
        Joins();

        Says(Text(New, 3620)).ShouldBe(conversation);
        Tells(theirs, new Notice.WaitlistClosed(OfficeUnderTest.Tomorrow));

        StateOf(conversation).Pickup.ShouldBe(PickupFile.Empty);
        AtOffice(booking)!.Conversation.ShouldBe(theirs);
        AwaitAssert(() => Sent[^1].Conversation.ShouldBe(theirs));
        Sent[^1].Message.To.ShouldBe(Applicant.From(null, "ID.777"));
    }

    [Fact]
    public void Another_scoped_id_on_the_same_number_is_another_person()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        Books(conversation, 1);

        var stranger = Says(Text(Stranger, 100_000))!.Value;
        Tells(conversation, new Notice.WaitlistClosed(OfficeUnderTest.Tomorrow));

        stranger.ShouldNotBe(conversation);
        StateOf(stranger).Pickup.ShouldBe(PickupFile.Empty);
        AwaitAssert(() => Sent[^1].Message.To.ShouldBe(Applicant.From(null, Old.ScopedId)));
        KillsAll();
        Says(Text(Stranger, 100_010)).ShouldBe(stranger);
    }

    [Fact]
    public void Back_on_the_old_number_nobody_in_between_is_mixed_up_with()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        Says(Changes(Phone(Old), 10, New.Phone));
        Joins();
        var between = Says(Text(Stranger, 1000))!.Value;
        Books(between, 5);
        Says(Changes(Phone(New), 5000, Old.Phone));
        Joins();

        Says(Text(Applicant.From(Old.Phone, "ID.3")!, 5010)).ShouldBe(conversation);
        Tells(between, new Notice.WaitlistClosed(OfficeUnderTest.Tomorrow));

        StateOf(conversation).Pickup.ShouldBe(PickupFile.Empty);
        AwaitAssert(() => Sent[^1].Message.To.ShouldBe(Applicant.From(null, Stranger.ScopedId)));
        WhereIs(New).ShouldBe(conversation);
        Says(Text(Applicant.From(New.Phone, "ID.4")!, 9000)).ShouldNotBe(conversation);
    }

    [Fact]
    public void A_contact_card_moves_nobody()
    {
        var conversation = Says(Text(Old, 0))!.Value;

        Says(Text(Old, 5) with { Content = new Sigap.Transport.InboundContent.Contacts(Requested: true) });

        StateOf(conversation).Applicant.ShouldBe(Old);
        Due().ShouldBeEmpty();
    }

    [Fact]
    public void Locks_are_not_escaped_with_a_new_number()
    {
        var conversation = Says(Text(Old, 0))!.Value;
        var locked = new TurnFact.LookupsLocked(Moment.AddHours(5));
        var c = ConversationEvolution.Evolve(StateOf(conversation), new TurnTaken(
            9, Moment, Moment, "v", null, LanguageCode.Indonesian, [locked], [], 9));

        var both = Inheritance.With(Conversation.Origin, new Inherited(conversation, Id, Moment, Inheritance.Of(c)));

        both.Lookups.LockedUntil.ShouldBe(locked.Until);
        both.Recent.Count.ShouldBe(2);
    }

    private static Applicant Phone(Applicant who) => Applicant.From(who.Phone, null)!;
}
