using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

public class CalendarReviewSpec
{
    private readonly OfficeUnderTest _office = new();

    [Fact]
    public void A_calendar_that_breaks_nothing_changes_nothing()
    {
        _office.Fill();

        Review();
        _office.Plans.Slots = FixedPlans.Morning(open: 5, priority: 0);
        Review();

        _office.Told.ShouldBeEmpty();
    }

    [Fact]
    public void A_booking_whose_slot_is_gone_moves_to_the_nearest_and_is_told()
    {
        var booked = _office.Books(Hold(1, "10:00"));

        _office.Plans.Slots = FixedPlans.Of(2, 0, "09:00", "11:00", "11:30");
        Review();

        _office.Latest(booked).Seats[0].Slot.ShouldBe(Time("09:00"));
        _office.Notices<Notice.BookingMoved>(1).ShouldHaveSingleItem().Booking.ShouldBe(_office.Latest(booked));
        Review();
        _office.Told.Count.ShouldBe(1);
    }

    [Fact]
    public void Of_too_many_bookings_the_latest_made_move()
    {
        var first = _office.Books(Hold(1, "09:30"));
        var second = _office.Books(Hold(2, "09:30"));

        _office.Plans.Slots = FixedPlans.Morning(open: 1, priority: 0);
        Review();

        _office.Latest(first).Seats[0].Slot.ShouldBe(Time("09:30"));
        _office.Latest(second).Seats[0].Slot.ShouldBe(Time("09:00"));
        _office.Notices<Notice>(1).ShouldBeEmpty();
    }

    [Fact]
    public void When_there_is_no_other_place_the_booking_is_cancelled_and_its_applicant_told()
    {
        var booked = _office.Books(Hold(1, "10:00"));

        _office.Plans.Days[Tomorrow.Date] = [];
        Review();

        _office.Booking(booked)!.Ended.ShouldBe(BookingEnd.OfficeClosed);
        _office.Notices<Notice.BookingCancelled>(1).ShouldHaveSingleItem().Why.ShouldBe(BookingEnd.OfficeClosed);
        _office.Books(Hold(1, day: Thursday));
    }

    [Fact]
    public void An_office_may_cancel_instead_of_moving()
    {
        var booked = _office.Books(Hold(1, "10:00"));
        _office.Plans.Rules = PickupRules.Usual with { WhenChanged = WhenChanged.Cancel };

        _office.Plans.Slots = FixedPlans.Of(2, 0, "09:00", "11:00");
        Review();

        _office.Booking(booked)!.Ended.ShouldBe(BookingEnd.OfficeClosed);
    }

    [Fact]
    public void Another_kind_of_place_at_the_same_time_is_nobodys_business()
    {
        var booked = _office.Books(Hold(1, "10:00", priority: true));
        _office.Plans.Rules = PickupRules.Usual with { WhenChanged = WhenChanged.Cancel };

        _office.Plans.Slots = FixedPlans.Morning(open: 2, priority: 0);
        Review();

        _office.Latest(booked).Seats[0].ShouldBe(booked.Seats[0] with { Kept = false });
        _office.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Holds_give_way_to_bookings_and_end()
    {
        var held = _office.Holds(Hold(1, "09:30"));
        var booked = _office.Books(Hold(2, "09:30"));

        _office.Plans.Slots = FixedPlans.Morning(open: 1, priority: 0);
        Review();

        _office.Latest(booked).Seats[0].Slot.ShouldBe(Time("09:30"));
        _office.Booking(held)!.Ended.ShouldBe(BookingEnd.OfficeClosed);
        _office.Notices<Notice.BookingCancelled>(1).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_move_under_way_that_still_fits_goes_on()
    {
        var old = _office.Books(Hold(1, "09:30", places: 4));
        var move = _office.Holds(Hold(1, "10:00", places: 4, moves: old.At));

        Review();

        _office.Confirms(move).Seats.Length.ShouldBe(4);
    }

    [Fact]
    public void What_has_begun_is_left_alone()
    {
        var booked = _office.Books(Hold(1, "09:00"));
        _office.AdvanceTo("2026-11-25 09:05");

        _office.Plans.Slots = FixedPlans.Of(2, 0, "11:00");
        Review();

        _office.Latest(booked).ShouldBe(booked);
    }

    [Fact]
    public void The_list_of_a_day_that_is_closed_now_closes()
    {
        _office.Fill();
        _office.Ask(Join(1));

        _office.Plans.Slots = [];
        Review();

        _office.Notices<Notice.WaitlistClosed>(1).ShouldHaveSingleItem();
    }

    private void Review() => _office.Ask(new ReviewDay(Tomorrow)).ShouldBe(PickupAnswer.Done.Now);
}
