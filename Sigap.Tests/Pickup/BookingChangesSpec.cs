using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup;

public class BookingChangesSpec
{
    private readonly OfficeUnderTest _office = new();

    [Fact]
    public void A_confirmed_hold_is_a_booking_that_does_not_lapse()
    {
        var booked = _office.Books(Hold(1, "09:30"));

        booked.Stage.ShouldBe(BookingStage.Confirmed);
        booked.Until.ShouldBeNull();
        _office.Advance(TimeSpan.FromHours(12));
        _office.Latest(booked).ShouldBe(booked);
    }

    [Fact]
    public void Confirming_twice_is_one_booking()
    {
        var held = _office.Holds(Hold(1, "09:30"));

        _office.Confirms(held).ShouldBe(_office.Confirms(held));
    }

    [Fact]
    public void A_hold_is_confirmed_before_its_end_and_not_at_it()
    {
        var late = _office.Holds(Hold(1, "09:30"));
        _office.Advance(TimeSpan.FromMinutes(1));
        var punctual = _office.Holds(Hold(2, "09:30"));
        _office.Advance(TimeSpan.FromMinutes(4) - TimeSpan.FromMilliseconds(1));
        _office.Confirms(punctual);
        _office.Advance(TimeSpan.FromMilliseconds(1));

        _office.Refusal(new ConfirmBooking(Tomorrow, late.At.Code, Collector.Applicant)).ShouldBe(PickupRefusal.Lapsed);
    }

    [Fact]
    public void Who_confirms_a_hold_too_late_is_answered_and_not_told_besides()
    {
        var around = _office.Plans.Around(Tomorrow, _office.Now)!;
        var held = Claims.Granted(PickupDay.Origin, [Hold(1, "09:00")], around);
        var day = PickupEvolution.Evolve(PickupDay.Origin, held.Change!);
        var code = day.Bookings.Keys.Single();

        var late = Claims.Granted(
            day, [new ConfirmBooking(Tomorrow, code, Collector.Family)], around with { Now = around.Now.AddMinutes(6) });

        late.Answers.ShouldHaveSingleItem().ShouldBe(new PickupAnswer.Refused(PickupRefusal.Lapsed));
        late.Change!.Errands.ShouldAllBe(errand => errand is Errand.Release);
    }

    [Fact]
    public void A_code_nobody_has_is_not_found()
    {
        var nobody = new BookingCode("ABCDEF");

        _office.Refusal(new ConfirmBooking(Tomorrow, nobody, Collector.Applicant)).ShouldBe(PickupRefusal.NotFound);
        _office.Refusal(new ChangeCollector(Tomorrow, nobody, Collector.Applicant)).ShouldBe(PickupRefusal.NotFound);
        _office.Refusal(new EndBooking(Tomorrow, nobody, BookingEnd.GivenBack)).ShouldBe(PickupRefusal.NotFound);
        _office.Refusal(new GetBooking(Tomorrow, nobody)).ShouldBe(PickupRefusal.NotFound);
        _office.Refusal(new GetWaitlistPlace(Tomorrow, Phone(1))).ShouldBe(PickupRefusal.NotFound);
    }

    [Fact]
    public void Who_collects_can_be_changed_as_often_as_one_likes()
    {
        var booked = _office.Books(Hold(1));

        var change = new ChangeCollector(Tomorrow, booked.At.Code, Collector.Proxy);
        _office.Ask(change);
        _office.Ask(change).ShouldBeOfType<PickupAnswer.Booked>().Booking.Collector.ShouldBe(Collector.Proxy);
    }

    [Fact]
    public void A_booking_given_back_is_free_for_others_at_once()
    {
        var booked = _office.Books(Hold(1, "09:30", places: 2));
        _office.Refusal(Hold(2, "09:30")).ShouldBe(PickupRefusal.Full);

        _office.Ends(booked).ShouldBe(new PickupAnswer.Ended(booked.At.Code, BookingEnd.GivenBack));

        _office.Holds(Hold(2, "09:30"));
    }

    [Fact]
    public void Ending_twice_is_answered_with_the_first_reason()
    {
        var booked = _office.Books(Hold(1));

        _office.Ends(booked);

        _office.Ends(booked, BookingEnd.ByOfficer).ShouldBe(new PickupAnswer.Ended(booked.At.Code, BookingEnd.GivenBack));
        _office.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Whose_booking_an_officer_takes_back_is_told()
    {
        var booked = _office.Books(Hold(1));

        _office.Ends(booked, BookingEnd.ByOfficer);

        _office.Notices<Notice.BookingCancelled>(1).ShouldHaveSingleItem().Why.ShouldBe(BookingEnd.ByOfficer);
    }

    [Fact]
    public void A_move_within_a_day_ends_the_old_booking_once_the_new_one_is_confirmed()
    {
        var old = _office.Books(Hold(1, "09:30"));
        var held = _office.Holds(Hold(1, "11:00", moves: old.At));
        _office.Booking(old)!.IsLive.ShouldBeTrue();

        _office.Confirms(held).Seats[0].Slot.ShouldBe(Time("11:00"));

        _office.Booking(old)!.Ended.ShouldBe(BookingEnd.Moved);
        _office.Ask(Hold(1, "09:00", day: Thursday)).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, held.At));
    }

    [Fact]
    public void A_move_to_another_day_ends_the_old_booking_there()
    {
        var old = _office.Books(Hold(1, "09:30"));

        var moved = _office.Books(Hold(1, "09:00", moves: old.At, day: Thursday));

        _office.Booking(old)!.Ended.ShouldBe(BookingEnd.Moved);
        _office.Ask(Hold(1, "10:00")).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, moved.At));
        _office.Ends(moved);
        _office.Books(Hold(1, "10:00"));
    }

    [Fact]
    public void A_move_that_lapses_leaves_the_old_booking_as_it_was()
    {
        var old = _office.Books(Hold(1, "09:30"));
        _office.Holds(Hold(1, "11:00", moves: old.At));
        _office.Advance(TimeSpan.FromMinutes(5));

        _office.Latest(old).ShouldBe(old);
        _office.Ask(Hold(1, "10:00")).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, old.At));
        _office.Ask(Hold(1, day: Thursday)).ShouldBe(new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, old.At));
    }

    [Fact]
    public void The_places_of_the_booking_that_is_moved_count_as_free_for_the_one_that_replaces_it()
    {
        var old = _office.Books(Hold(1, "09:30", places: 4));
        _office.Refusal(Hold(2, "10:00")).ShouldBe(PickupRefusal.Full);
        _office.Ask(new GetFree(Tomorrow, 4, Priority: false, old.At.Code)).ShouldBeOfType<PickupAnswer.Free>()
            .Slots.ShouldContain(slot => slot.From == Time("10:00") && slot.Places == 2);

        var moved = _office.Books(Hold(1, "10:00", places: 4, moves: old.At));

        moved.Seats.Select(seat => seat.Slot).Distinct().ShouldBe([Time("10:00"), Time("10:30")]);
        _office.Refusal(Hold(2, "10:00")).ShouldBe(PickupRefusal.Full);
        _office.Holds(Hold(2, "09:30", places: 2));
    }

    [Fact]
    public void Nobody_moves_the_booking_of_another()
    {
        var old = _office.Books(Hold(1, "09:30"));

        _office.Refusal(Hold(2, "10:00", moves: old.At)).ShouldBe(PickupRefusal.NotFound);
    }

    [Fact]
    public void When_the_hall_closes_a_booking_nobody_came_for_was_missed()
    {
        var booked = _office.Books(Hold(1, "09:30"));
        var closes = HallHours.Of(_office.Plans.Around(booked.At.Day, _office.Now)!.Plan)!.Value.Closes;

        _office.Advance(closes.AddSeconds(-1) - _office.Now);
        _office.Booking(booked)!.IsLive.ShouldBeTrue();
        _office.Advance(TimeSpan.FromSeconds(1));

        _office.Booking(booked)!.Ended.ShouldBe(BookingEnd.NoShow);
        _office.Told.Select(told => told.Notice).ShouldBe([new Notice.NotSeen(booked.At, new TimeOnly(9, 30))]);
        _office.Books(Hold(1, "09:00", day: Thursday));
    }
}
