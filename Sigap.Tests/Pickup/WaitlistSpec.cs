using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

public class WaitlistSpec
{
    private readonly OfficeUnderTest _office = new();

    [Fact]
    public void Who_joins_the_list_of_a_full_day_is_told_the_place_in_line()
    {
        _office.Fill();

        _office.Ask(Join(1)).ShouldBe(new PickupAnswer.Waits(1, 1));
        _office.Ask(Join(2)).ShouldBe(new PickupAnswer.Waits(2, 2));
        _office.Ask(new GetWaitlistPlace(Tomorrow, Phone(1))).ShouldBe(new PickupAnswer.Waits(1, 2));
    }

    [Fact]
    public void One_phone_waits_once()
    {
        _office.Fill();
        var join = Join(1);

        _office.Ask(join);
        _office.Ask(Join(2));

        _office.Ask(join).ShouldBe(new PickupAnswer.Waits(1, 2));
        _office.Ask(Join(1)).ShouldBe(new PickupAnswer.Waits(1, 2));
    }

    [Fact]
    public void There_is_no_list_while_there_are_places_nor_on_a_closed_day()
    {
        _office.Refusal(Join(1)).ShouldBe(PickupRefusal.NotFull);
        _office.Plans.Slots = [];
        _office.Refusal(Join(1)).ShouldBe(PickupRefusal.NoSuchSlot);
    }

    [Fact]
    public void Who_leaves_the_list_is_not_offered_anything()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));

        _office.Ask(new LeaveWaitlist(Tomorrow, Phone(1))).ShouldBe(PickupAnswer.Done.Now);
        _office.Ask(new LeaveWaitlist(Tomorrow, Phone(1))).ShouldBe(PickupAnswer.Done.Now);
        _office.Ends(bookings[0]);

        _office.Told.ShouldBeEmpty();
        _office.Holds(Hold(2));
    }

    [Fact]
    public void Joining_that_comes_again_late_does_not_bring_back_who_has_left()
    {
        _office.Fill();
        var join = Join(1);
        _office.Ask(join);
        _office.Ask(new LeaveWaitlist(Tomorrow, Phone(1)));

        _office.Refusal(join).ShouldBe(PickupRefusal.NotFound);
        _office.Ask(Join(1)).ShouldBe(new PickupAnswer.Waits(1, 1));
    }

    [Fact]
    public void A_freed_place_is_offered_to_the_first_in_line_for_ten_minutes()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        _office.Ask(Join(2));

        _office.Ends(bookings[0]);

        var offer = _office.Notices<Notice.PlaceOffered>(1).ShouldHaveSingleItem().Booking;
        offer.Stage.ShouldBe(BookingStage.Offered);
        offer.Until.ShouldBe(_office.Now.AddMinutes(10));
        _office.Notices<Notice>(2).ShouldBeEmpty();
        _office.Confirms(offer).Seats[0].Slot.ShouldBe(Time("09:00"));
        _office.Ask(new GetWaitlistPlace(Tomorrow, Phone(2))).ShouldBe(new PickupAnswer.Waits(1, 1));
    }

    [Fact]
    public void A_freed_place_is_free_to_nobody_else_while_it_is_offered()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        _office.Ends(bookings[0]);

        _office.Free().Slots.ShouldBeEmpty();
        _office.Refusal(Hold(3)).ShouldBe(PickupRefusal.Full);
    }

    [Fact]
    public void An_offer_that_is_not_answered_goes_to_the_next()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        _office.Ask(Join(2));
        _office.Ends(bookings[0]);

        _office.Advance(TimeSpan.FromMinutes(10));

        _office.Notices<Notice.OfferLapsed>(1).ShouldHaveSingleItem();
        _office.Notices<Notice.PlaceOffered>(2).ShouldHaveSingleItem();
        _office.Refusal(new GetWaitlistPlace(Tomorrow, Phone(1))).ShouldBe(PickupRefusal.NotFound);
    }

    [Fact]
    public void An_offer_that_is_declined_goes_to_the_next_at_once()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        _office.Ask(Join(2));
        _office.Ends(bookings[0]);

        _office.Ends(_office.Notices<Notice.PlaceOffered>(1).Single().Booking);

        _office.Notices<Notice.PlaceOffered>(2).ShouldHaveSingleItem();
        _office.Notices<Notice.OfferLapsed>(1).ShouldBeEmpty();
    }

    [Fact]
    public void Joining_again_with_the_same_request_after_an_offer_is_answered_with_the_offer()
    {
        var bookings = _office.Fill();
        var join = Join(1);
        _office.Ask(join);
        _office.Ends(bookings[0]);

        _office.Ask(join).ShouldBeOfType<PickupAnswer.Booked>().Booking.Stage.ShouldBe(BookingStage.Offered);
        _office.Advance(TimeSpan.FromMinutes(10));
        _office.Ask(join).ShouldBeOfType<PickupAnswer.Ended>().Why.ShouldBe(BookingEnd.Lapsed);
    }

    [Fact]
    public void A_place_goes_to_the_first_it_is_enough_for()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1, places: 2));
        _office.Ask(Join(2));

        _office.Ends(bookings[0]);
        _office.Notices<Notice.PlaceOffered>(2).ShouldHaveSingleItem();

        _office.Ends(bookings[4]);
        _office.Ends(bookings[5]);
        _office.Notices<Notice.PlaceOffered>(1).ShouldHaveSingleItem().Booking.Seats.Length.ShouldBe(2);
    }

    [Fact]
    public void Every_freed_place_is_offered_to_one()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        _office.Ask(Join(2));
        _office.Ask(Join(3));

        _office.Ends(bookings[0]);
        _office.Ends(bookings[1]);

        _office.Notices<Notice.PlaceOffered>(1).ShouldHaveSingleItem();
        _office.Notices<Notice.PlaceOffered>(2).ShouldHaveSingleItem();
        _office.Notices<Notice>(3).ShouldBeEmpty();
    }

    [Fact]
    public void At_night_nothing_is_offered_and_the_place_waits_for_the_morning()
    {
        var bookings = _office.Fill(Tomorrow);
        _office.Ask(Join(1));
        _office.AdvanceTo("2026-11-24 20:00");
        _office.Ends(bookings[^1]);

        _office.Told.ShouldBeEmpty();
        _office.Refusal(Hold(2)).ShouldBe(PickupRefusal.Full);
        _office.Free().Slots.ShouldBeEmpty();
        _office.Office.NextDue.ShouldBe(At("2026-11-25 07:00"));

        _office.AdvanceTo("2026-11-25 07:00");
        _office.Notices<Notice.PlaceOffered>(1).ShouldHaveSingleItem().Booking.Until.ShouldBe(At("2026-11-25 07:10"));
    }

    [Fact]
    public void An_offer_is_shorter_as_its_slot_comes_near()
    {
        var office = new OfficeUnderTest("2026-11-25 08:10");
        var bookings = office.Fill();
        office.Ask(Join(1));
        office.Ask(Join(2));

        office.AdvanceTo("2026-11-25 08:30");
        office.Ends(bookings[0]);

        office.Notices<Notice.PlaceOffered>(1).ShouldHaveSingleItem().Booking.Until.ShouldBe(At("2026-11-25 08:37:30"));
    }

    [Fact]
    public void What_begins_within_half_an_hour_is_not_offered_any_more()
    {
        var office = new OfficeUnderTest("2026-11-25 08:10");
        var bookings = office.Fill();
        office.Ask(Join(1));

        office.AdvanceTo("2026-11-25 08:31");
        office.Ends(bookings[0]);

        office.Told.ShouldBeEmpty();
    }

    [Fact]
    public void The_list_closes_when_nothing_can_be_offered_any_more()
    {
        var office = new OfficeUnderTest("2026-11-25 08:10");
        office.Fill();
        office.Ask(Join(1));
        office.Ask(Join(2));

        office.AdvanceTo("2026-11-25 11:00");
        office.Told.ShouldBeEmpty();
        office.AdvanceTo("2026-11-25 11:01");

        office.Notices<Notice.WaitlistClosed>(1).ShouldHaveSingleItem();
        office.Notices<Notice.WaitlistClosed>(2).ShouldHaveSingleItem();
        office.Office.Day(Tomorrow).Waitlist.ShouldBeEmpty();
        office.AdvanceTo("2026-11-25 20:00");
        office.Told.Count(told => told.Notice is Notice.WaitlistClosed).ShouldBe(2);
    }

    [Fact]
    public void An_offer_cannot_be_confirmed_by_who_has_booked_elsewhere_meanwhile()
    {
        var bookings = _office.Fill();
        _office.Ask(Join(1));
        var elsewhere = _office.Books(Hold(1, day: Thursday));
        _office.Ends(bookings[0]);

        var offer = _office.Notices<Notice.PlaceOffered>(1).Single().Booking;

        _office.Ask(new ConfirmBooking(Tomorrow, offer.At.Code, Collector.Applicant))
            .ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, elsewhere.At));
    }

    [Fact]
    public void Who_waits_is_offered_what_a_larger_calendar_has_room_for()
    {
        _office.Fill();
        _office.Ask(Join(1));

        _office.Plans.Slots = FixedPlans.Morning(open: 3, priority: 1);
        _office.Ask(new ReviewDay(Tomorrow));

        _office.Notices<Notice.PlaceOffered>(1).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_list_is_not_longer_than_gives_hope()
    {
        _office.Fill();

        for (var phone = 1000; phone < 1100; phone++)
        {
            _office.Ask(Join(phone)).ShouldBeOfType<PickupAnswer.Waits>();
        }

        _office.Refusal(Join(1100)).ShouldBe(PickupRefusal.Full);
    }
}
