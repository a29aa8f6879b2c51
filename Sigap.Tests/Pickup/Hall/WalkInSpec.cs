using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>Tickets without a booking.</summary>
public class WalkInSpec
{
    /// <summary>Four of each of the twelve slots.</summary>
    private const int Kept = 48;

    private readonly HallStory _hall = new();

    [Fact]
    public void A_walk_in_draws_a_ticket_of_line_B_and_the_priority_groups_one_of_line_P()
    {
        _hall.Draw().Number.ToString().ShouldBe("B-001");
        _hall.Draw().Number.ToString().ShouldBe("B-002");
        _hall.Draw(Line.Priority).Number.ToString().ShouldBe("P-001");
    }

    [Fact]
    public void The_same_drawing_twice_is_one_ticket()
    {
        var draw = new DrawTicket(Day, 1, Line.WalkIn);
        var first = _hall.Decide(draw);

        _hall.Decide(draw).ShouldBe(first);
        _hall.Changed.ShouldBeNull();
    }

    [Fact]
    public void A_drawing_repeated_after_the_ticket_was_served_still_names_that_ticket()
    {
        var draw = new DrawTicket(Day, 1001, Line.WalkIn);
        _hall.Decide(draw);
        var served = _hall.Open(1).Serve();

        var again = _hall.Decide(draw).ShouldBeOfType<PickupAnswer.Ticket>().View;

        (again.Number, again.Stage).ShouldBe((served!.Value, TicketStage.Served));
        _hall.Changed.ShouldBeNull();
    }

    [Fact]
    public void Who_draws_again_in_the_same_chat_has_the_ticket_drawn_before()
    {
        var first = _hall.Draw(saidBy: Phone("ani"));

        _hall.Draw(saidBy: Phone("ani")).ShouldBe(first);
        _hall.Changed.ShouldBeNull();
        _hall.Draw(saidBy: Phone("budi")).Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public void A_ticket_of_a_booking_does_not_keep_its_chat_from_drawing_another()
    {
        var booked = _hall.Arrive(_hall.Book("08:00", priority: true, by: Phone("ani")), saidBy: Phone("ani")).Number;

        _hall.Draw(Line.Priority, saidBy: Phone("ani")).Number.ShouldNotBe(booked);
    }

    [Fact]
    public void After_being_served_the_same_chat_can_draw_again()
    {
        var first = _hall.Draw(saidBy: Phone("ani"));
        _hall.Open(1).Serve();

        _hall.Draw(saidBy: Phone("ani")).Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public void A_ticket_of_the_booked_line_needs_its_booking() =>
        _hall.Refused(new DrawTicket(Day, 1, Line.Booked)).ShouldBe(PickupRefusal.NotFound);

    [Fact]
    public void Nothing_is_drawn_outside_the_hours_of_the_hall() =>
        _hall.Is("15:01").Refused(new DrawTicket(Day, 1, Line.WalkIn)).ShouldBe(PickupRefusal.NotToday);

    [Fact]
    public void Before_the_first_slot_there_are_as_many_as_are_kept_for_walk_ins() =>
        Places("07:30").ShouldBe(Kept);

    [Fact]
    public void What_nobody_booked_of_a_slot_that_has_begun_is_for_walk_ins()
    {
        _hall.Book("08:00");
        _hall.Book("08:00", priority: true);
        _hall.Book("08:30");

        Places("07:59").ShouldBe(Kept);
        Places("08:00").ShouldBe(Kept + 14);
        Places("08:30").ShouldBe(Kept + 14 + 15 + 2);
    }

    [Fact]
    public void Beyond_that_the_day_has_no_walk_ins_left()
    {
        _hall.Is("07:30");
        for (var drawn = 0; drawn < Kept; drawn++)
        {
            _hall.Draw(drawn % 2 == 0 ? Line.WalkIn : Line.Priority);
        }

        _hall.Refused(new DrawTicket(Day, 1001, Line.WalkIn)).ShouldBe(PickupRefusal.NoWalkIns);
        _hall.Refused(new DrawTicket(Day, 1002, Line.Priority)).ShouldBe(PickupRefusal.NoWalkIns);
        _hall.Board.WaitOfANewcomer.ShouldBeNull();
        _hall.Is("08:00").Draw().Number.ToString().ShouldBe("B-025");
    }

    [Fact]
    public void The_place_of_a_booking_that_does_not_come_within_the_grace_is_for_walk_ins()
    {
        _hall.Book("08:00", places: 2);

        Places("08:15").ShouldBe(Kept + 15);
        Places("08:16").ShouldBe(Kept + 16);
    }

    [Fact]
    public void A_missed_booking_that_comes_after_all_takes_places_but_is_never_turned_away()
    {
        var family = _hall.Book("08:00", places: 2);
        while (Places("08:16") > 1)
        {
            _hall.Draw();
        }

        _hall.Arrive(family).Late.ShouldBe(Lateness.Missed);

        Places("08:16").ShouldBe(-1);
        _hall.Refused(new DrawTicket(Day, 1001, Line.WalkIn)).ShouldBe(PickupRefusal.NoWalkIns);
    }

    [Fact]
    public void A_place_that_was_used_is_not_free_again_once_its_booking_is_served()
    {
        var code = _hall.Book("08:00");
        var before = Places("08:00");
        _hall.Arrive(code);
        _hall.Open(1).Serve();

        Places("09:00").ShouldBe(before + (2 * 16));
    }

    private int Places(string time)
    {
        _hall.Is(time);
        return WalkIns.PlacesLeft(_hall.State, _hall.Around);
    }
}
