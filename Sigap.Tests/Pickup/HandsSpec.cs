using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

/// <summary>Bookings and waits follow their person into another conversation.</summary>
public class HandsSpec
{
    private readonly OfficeUnderTest _office = new();

    [Fact]
    public void A_booking_changes_hands_and_keeps_its_places()
    {
        var booking = _office.Books(Hold(1, places: 2));
        var free = _office.Free();

        _office.Ask(new ChangeHands(Tomorrow, [Phone(1)], Phone(2))).ShouldBe(PickupAnswer.Done.Now);

        _office.Booking(booking)!.Conversation.ShouldBe(Phone(2));
        _office.Free().ShouldBe(free);
    }

    [Fact]
    public void Changing_hands_twice_is_changing_them_once()
    {
        _office.Books(Hold(1));
        _office.Ask(new ChangeHands(Tomorrow, [Phone(1)], Phone(2)));
        var changes = 0;
        _office.Office.Changed += (_, _) => changes++;

        _office.Ask(new ChangeHands(Tomorrow, [Phone(1)], Phone(2))).ShouldBe(PickupAnswer.Done.Now);

        changes.ShouldBe(0);
    }

    [Fact]
    public void Notices_of_a_booking_go_to_its_new_hands()
    {
        var booking = _office.Books(Hold(1));
        _office.Ask(new ChangeHands(Tomorrow, [Phone(1)], Phone(2)));

        _office.Ends(booking, BookingEnd.ByOfficer);

        _office.Notices<Sigap.Conversations.Notice.BookingCancelled>(1).ShouldBeEmpty();
        _office.Notices<Sigap.Conversations.Notice.BookingCancelled>(2).ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_waits_become_one_in_the_place_of_the_first()
    {
        _office.Fill();
        _office.Ask(Join(1));
        _office.Ask(Join(3));
        _office.Ask(Join(2));

        _office.Ask(new ChangeHands(Tomorrow, [Phone(1)], Phone(2)));

        _office.Ask(new GetWaitlistPlace(Tomorrow, Phone(2))).ShouldBe(new PickupAnswer.Waits(1, 2));
        _office.Office.Day(Tomorrow).Waitlist[0].Applications.ShouldBe(Numbers(100, 200));
        _office.Ask(new LeaveWaitlist(Tomorrow, Phone(2)));
        _office.Ask(new GetWaitlistPlace(Tomorrow, Phone(3))).ShouldBe(new PickupAnswer.Waits(1, 1));
    }

    [Fact]
    public void What_one_phone_may_have_counts_for_both_together()
    {
        _office.Books(Hold(1, places: 3));
        _office.Books(Hold(2, places: 3));
        _office.Ask(new ChangeHands(Tomorrow, [Phone(1)], Phone(2)));

        _office.Refusal(Hold(2) with { Applications = Numbers(777) }).ShouldBe(PickupRefusal.TooMany);
    }
}
