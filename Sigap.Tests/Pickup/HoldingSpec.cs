using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

public class HoldingSpec
{
    private readonly OfficeUnderTest _office = new();

    [Fact]
    public void A_place_is_held_for_five_minutes()
    {
        var held = _office.Holds(Hold(1, "09:30"));

        held.Stage.ShouldBe(BookingStage.Held);
        held.Seats.ShouldHaveSingleItem().Slot.ShouldBe(Time("09:30"));
        held.Until.ShouldBe(_office.Now.AddMinutes(5));
    }

    [Fact]
    public void A_hold_that_is_not_confirmed_lapses_and_its_applicant_is_told()
    {
        var held = _office.Holds(Hold(1, "09:30"));

        _office.Advance(TimeSpan.FromMinutes(5));

        _office.Booking(held)!.Ended.ShouldBe(BookingEnd.Lapsed);
        _office.Notices<Notice.HoldLapsed>(1).ShouldHaveSingleItem().Booking.ShouldBe(held.At);
        _office.Free().Slots.ShouldContain(slot => slot.From == Time("09:30") && slot.Places == 2);
    }

    [Fact]
    public void The_same_request_twice_is_the_same_booking()
    {
        var hold = Hold(1, "09:30");

        var first = _office.Holds(hold);
        _office.Advance(TimeSpan.FromMinutes(1));

        _office.Holds(hold).ShouldBe(first);
        _office.Office.Day(Tomorrow).Bookings.Count.ShouldBe(1);
    }

    [Fact]
    public void The_same_request_after_the_hold_has_lapsed_is_told_so()
    {
        var hold = Hold(1, "09:30");
        var held = _office.Holds(hold);
        _office.Advance(TimeSpan.FromMinutes(5));

        _office.Ask(hold).ShouldBe(new PickupAnswer.Ended(held.At.Code, BookingEnd.Lapsed));
    }

    [Fact]
    public void Another_request_of_the_same_phone_for_the_same_applications_is_the_same_booking()
    {
        var first = _office.Holds(Hold(1, "09:30", places: 2));

        _office.Holds(Hold(1, "09:30", places: 2)).ShouldBe(first);
        _office.Holds(Hold(1, slot: null, places: 2)).ShouldBe(first);
    }

    [Fact]
    public void Asking_for_another_time_replaces_the_hold()
    {
        var first = _office.Holds(Hold(1, "09:30"));
        var second = _office.Holds(Hold(1, "11:00"));

        second.At.ShouldNotBe(first.At);
        _office.Booking(first)!.Ended.ShouldBe(BookingEnd.Moved);
        _office.Confirms(second).Seats[0].Slot.ShouldBe(Time("11:00"));
        _office.Notices<Notice>(1).ShouldBeEmpty();
    }

    [Fact]
    public void Asking_for_a_time_that_is_full_leaves_the_hold_as_it_is()
    {
        _office.Books(Hold(2, "11:00", places: 2));
        var first = _office.Holds(Hold(1, "09:30"));

        _office.Refusal(Hold(1, "11:00")).ShouldBe(PickupRefusal.Full);
        _office.Confirms(first).Seats[0].Slot.ShouldBe(Time("09:30"));
    }

    [Fact]
    public void A_slot_has_as_many_open_places_as_its_plan_says()
    {
        _office.Holds(Hold(1, "09:30"));
        _office.Holds(Hold(2, "09:30"));

        _office.Refusal(Hold(3, "09:30")).ShouldBe(PickupRefusal.Full);
    }

    [Fact]
    public void The_places_kept_for_the_priority_groups_are_theirs_and_are_taken_first()
    {
        _office.Holds(Hold(1, "09:30", priority: true)).Seats[0].Kept.ShouldBeTrue();
        _office.Holds(Hold(2, "09:30", priority: true)).Seats[0].Kept.ShouldBeFalse();
        _office.Holds(Hold(3, "09:30")).Seats[0].Kept.ShouldBeFalse();
        _office.Refusal(Hold(4, "09:30")).ShouldBe(PickupRefusal.Full);
        _office.Refusal(Hold(5, "09:30", priority: true)).ShouldBe(PickupRefusal.Full);
    }

    [Fact]
    public void A_family_sits_in_adjacent_slots()
    {
        var held = _office.Holds(Hold(1, "10:00", places: 5));

        held.Seats.Select(seat => seat.Slot).ShouldBe([Time("10:00"), Time("10:00"), Time("10:30"), Time("10:30"), Time("11:00")]);
    }

    [Fact]
    public void A_family_is_never_split_with_a_gap()
    {
        _office.Books(Hold(2, "10:30", places: 2));

        _office.Refusal(Hold(1, "10:00", places: 3)).ShouldBe(PickupRefusal.Full);
        _office.Holds(Hold(1, slot: null, places: 5)).Seats[0].Slot.ShouldBe(Time("09:00"));
    }

    [Fact]
    public void Without_a_time_the_earliest_that_fits_is_held()
    {
        _office.Books(Hold(2, "09:00"));
        _office.Books(Hold(3, "09:30", places: 2));

        _office.Holds(Hold(1)).Seats[0].Slot.ShouldBe(Time("09:00"));
        _office.Holds(Hold(4, places: 2)).Seats[0].Slot.ShouldBe(Time("10:00"));
    }

    [Fact]
    public void One_phone_has_at_most_five_places_of_a_day()
    {
        _office.Books(Hold(1, "09:00", places: 2));
        var more = new HoldPlaces(Tomorrow, NewRequest(), Phone(1), Numbers(1, 2, 3, 4), Time("10:00"), Priority: false);

        _office.Refusal(more).ShouldBe(PickupRefusal.TooMany);
        _office.Ask(more with { Applications = Numbers(1, 2, 3) }).ShouldBeOfType<PickupAnswer.Booked>();
    }

    [Fact]
    public void An_application_has_one_booking_of_a_day()
    {
        var booked = _office.Books(Hold(1, "09:00"));
        var again = Hold(1, "10:00");

        _office.Ask(again).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, booked.At));
        _office.Ask(again with { Request = NewRequest(), Conversation = Phone(2) })
            .ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, booked.At));
    }

    [Fact]
    public void An_application_has_one_booking_over_all_days()
    {
        var booked = _office.Books(Hold(1, "09:00"));

        _office.Ask(Hold(1, "09:00", day: Thursday)).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, booked.At));
        _office.Ends(booked);
        _office.Books(Hold(1, "09:00", day: Thursday)).At.Day.ShouldBe(Thursday);
    }

    [Fact]
    public void A_family_of_which_one_is_booked_elsewhere_takes_nothing()
    {
        var booked = _office.Books(Hold(1, "09:00"));
        var family = Hold(1, "09:00", places: 3, day: Thursday);

        _office.Ask(family).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, booked.At));
        _office.Books(new HoldPlaces(Tomorrow, NewRequest(), Phone(2), Numbers(101, 102), null, Priority: false));
    }

    [Fact]
    public void A_closed_day_and_a_time_outside_the_calendar_cannot_be_held()
    {
        _office.Plans.Days[Thursday.Date] = [];

        _office.Refusal(Hold(1, day: Thursday)).ShouldBe(PickupRefusal.NoSuchSlot);
        _office.Refusal(Hold(1, "09:10")).ShouldBe(PickupRefusal.NoSuchSlot);
        _office.Refusal(Hold(1, day: Tomorrow with { Office = new("unknown") })).ShouldBe(PickupRefusal.NoSuchSlot);
    }

    [Fact]
    public void A_slot_can_be_held_until_half_an_hour_before_it_begins()
    {
        var office = new OfficeUnderTest("2026-11-25 09:00");

        office.Refusal(Hold(1, "09:00")).ShouldBe(PickupRefusal.TooLate);
        office.Ask(Hold(1, "09:30")).ShouldBeOfType<PickupAnswer.Booked>();
        office.AdvanceTo("2026-11-25 09:01");
        office.Refusal(Hold(2, "09:30")).ShouldBe(PickupRefusal.TooLate);
        office.Holds(Hold(2)).Seats[0].Slot.ShouldBe(Time("10:00"));
        office.AdvanceTo("2026-11-25 11:30");
        office.Refusal(Hold(3)).ShouldBe(PickupRefusal.TooLate);
    }

    [Fact]
    public void A_day_can_be_held_fourteen_days_ahead()
    {
        _office.Ask(Hold(1, day: Tomorrow with { Date = new(2026, 12, 8) })).ShouldBeOfType<PickupAnswer.Booked>();
        _office.Refusal(Hold(2, day: Tomorrow with { Date = new(2026, 12, 9) })).ShouldBe(PickupRefusal.TooFarAhead);
        _office.Free(day: Tomorrow with { Date = new(2026, 12, 9) }).Slots.ShouldBeEmpty();
    }

    [Fact]
    public void An_officer_books_without_a_conversation_and_without_a_limit_of_places()
    {
        var hold = new HoldPlaces(Tomorrow, NewRequest(), null, Numbers(1, 2, 3, 4, 5, 6), Time("09:00"), Priority: false);

        _office.Books(hold).Seats.Length.ShouldBe(6);
        _office.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_refused_because_of_a_hold_that_is_dead_already()
    {
        var around = _office.Plans.Around(Tomorrow, _office.Now)!;
        var first = Claims.Granted(PickupDay.Origin, [Hold(1, "09:00", places: 2)], around);
        var day = PickupEvolution.Evolve(PickupDay.Origin, first.Change!);
        var later = around with { Now = around.Now.AddMinutes(5) };

        var second = Claims.Granted(day, [Hold(2, "09:00", places: 2)], later);

        second.Answers.ShouldHaveSingleItem().ShouldBeOfType<PickupAnswer.Booked>();
    }
}
