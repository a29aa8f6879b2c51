using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>A booked applicant is in the hall.</summary>
public class ArrivalSpec
{
    private readonly HallStory _hall = new();

    [Fact]
    public void A_booked_applicant_draws_a_ticket_of_line_A()
    {
        var code = _hall.Book("09:00");

        var ticket = _hall.Is("08:50").Arrive(code);

        ticket.Number.ToString().ShouldBe("A-001");
        ticket.ShouldSatisfyAllConditions(
            () => ticket.Stage.ShouldBe(TicketStage.Waiting),
            () => ticket.Code.ShouldBe(code),
            () => ticket.Late.ShouldBe(Lateness.OnTime),
            () => ticket.Ahead.ShouldBe(0));
        _hall.State.Bookings[code].Ticket.ShouldBe(ticket.Number);
    }

    [Fact]
    public void A_priority_booking_draws_a_ticket_of_line_P()
    {
        var ticket = _hall.Is("08:50").Arrive(_hall.Book("09:00", priority: true));

        ticket.Number.ToString().ShouldBe("P-001");
        ticket.Line.ShouldBe(Line.Priority);
    }

    [Fact]
    public void A_family_has_one_ticket()
    {
        _hall.Is("08:50").Arrive(_hall.Book("09:00", places: 4)).Number.ToString().ShouldBe("A-001");
        _hall.State.Hall.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public void The_same_arrival_twice_is_one_ticket()
    {
        var arrive = new Arrive(Day, 1, _hall.Book("09:00"));
        var first = _hall.Is("08:50").Decide(arrive);

        _hall.Decide(arrive).ShouldBe(first);
        _hall.Changed.ShouldBeNull();
    }

    [Fact]
    public void Arriving_again_gives_the_same_ticket_even_after_it_was_served()
    {
        var code = _hall.Book("09:00");
        var ticket = _hall.Is("08:50").Arrive(code).Number;
        _hall.Arrive(code).Number.ShouldBe(ticket);
        _hall.Changed.ShouldBeNull();
        _hall.Open(1).Serve().ShouldBe(ticket);

        var again = _hall.Is("18:00").Arrive(code);

        again.Number.ShouldBe(ticket);
        again.Stage.ShouldBe(TicketStage.Served);
        _hall.Changed.ShouldBeNull();
    }

    [Fact]
    public void Only_a_confirmed_booking_that_lives_arrives()
    {
        var ended = _hall.Book("09:00");
        _hall.End(ended, BookingEnd.GivenBack);

        _hall.Is("08:50").Refused(new Arrive(Day, 1, _hall.Hold("09:00"))).ShouldBe(PickupRefusal.NotFound);
        _hall.Refused(new Arrive(Day, 2, ended)).ShouldBe(PickupRefusal.NotFound);
        _hall.Refused(new Arrive(Day, 3, new BookingCode("NOSUCH"))).ShouldBe(PickupRefusal.NotFound);
    }

    [Theory]
    [InlineData("06:59", false)]
    [InlineData("07:00", true)]
    [InlineData("15:00", true)]
    [InlineData("15:01", false)]
    public void Tickets_are_drawn_from_an_hour_before_the_first_slot_until_the_end_of_the_last(string time, bool drawn)
    {
        var arrive = new Arrive(Day, 1, _hall.Book("09:00"));

        _hall.Is(time).Decide(arrive).ShouldBe(drawn ? _hall.Decide(arrive) : new PickupAnswer.Refused(PickupRefusal.NotToday));
        (_hall.State.Hall.Tickets.Count == 1).ShouldBe(drawn);
    }

    [Fact]
    public void A_booking_arrives_only_on_its_day()
    {
        var arrive = new Arrive(Day, 1, _hall.Book("09:00"));

        _hall.Is("08:50").Later(TimeSpan.FromDays(-1)).Refused(arrive).ShouldBe(PickupRefusal.NotToday);
        _hall.Later(TimeSpan.FromDays(2)).Refused(arrive).ShouldBe(PickupRefusal.NotToday);
    }

    [Fact]
    public void Nobody_arrives_in_a_closed_office()
    {
        var arrive = new Arrive(Day, 1, _hall.Book("09:00"));
        _hall.Calendar = Plan with { Slots = [] };

        _hall.Is("08:50").Refused(arrive).ShouldBe(PickupRefusal.NotToday);
    }

    [Fact]
    public void Who_comes_early_ranks_by_the_slot()
    {
        var (ten, nine) = (_hall.Book("10:00"), _hall.Book("09:00"));
        var early = _hall.Is("08:45").Arrive(ten).Number;
        var later = _hall.Is("08:50").Arrive(nine).Number;

        CalledInOrder().ShouldBe([later, early]);
    }

    [Fact]
    public void Within_a_slot_who_draws_first_comes_first()
    {
        var (one, two) = (_hall.Book("09:00"), _hall.Book("09:00"));
        var first = _hall.Is("08:45").Arrive(two).Number;
        var second = _hall.Arrive(one).Number;

        CalledInOrder().ShouldBe([first, second]);
    }

    [Theory]
    [InlineData("09:00", Lateness.OnTime)]
    [InlineData("09:01", Lateness.WithinGrace)]
    [InlineData("09:15", Lateness.WithinGrace)]
    [InlineData("09:16", Lateness.Missed)]
    public void Late_is_who_draws_after_the_slot_began(string time, Lateness late) =>
        _hall.Is(time).Arrive(_hall.Book("09:00")).Late.ShouldBe(late);

    [Fact]
    public void Within_the_grace_a_late_ticket_has_its_place_plus_three()
    {
        var tardy = _hall.Book("09:00");
        var before = _hall.Is("08:55").Arrive(_hall.Book("09:00")).Number;
        var next = Enumerable.Range(0, 5).Select(_ => _hall.Arrive(_hall.Book("09:30")).Number).ToArray();

        var late = _hall.Is("09:10").Arrive(tardy);

        late.Ahead.ShouldBe(4);
        CalledInOrder().ShouldBe([before, .. next[..3], late.Number, .. next[3..]]);
    }

    [Fact]
    public void Every_late_ticket_loses_three_places_of_its_own()
    {
        var tardy = Enumerable.Range(0, 3).Select(_ => _hall.Book("09:00")).ToArray();
        var next = Enumerable.Range(0, 5).Select(_ => _hall.Is("09:05").Arrive(_hall.Book("09:30")).Number).ToArray();

        var late = tardy.Select(code => _hall.Is("09:10").Arrive(code).Number).ToArray();

        CalledInOrder().ShouldBe([.. next[..3], late[2], late[1], late[0], .. next[3..]]);
    }

    [Fact]
    public void With_fewer_than_three_behind_a_late_ticket_is_the_last()
    {
        var tardy = _hall.Book("09:00");
        var next = _hall.Is("09:05").Arrive(_hall.Book("09:30")).Number;

        CalledInOrder(_hall.Is("09:10").Arrive(tardy).Number).ShouldBe([next]);
    }

    [Fact]
    public void Losing_places_to_somebody_whose_time_has_not_come_would_be_no_loss()
    {
        var tardy = _hall.Book("09:00");
        var due = _hall.Is("09:05").Arrive(_hall.Book("09:30")).Number;
        var far = Enumerable.Range(0, 3).Select(_ => _hall.Arrive(_hall.Book("11:00")).Number).ToArray();

        var late = _hall.Is("09:10").Arrive(tardy).Number;

        CalledInOrder().ShouldBe([due, late, .. far]);
    }

    [Fact]
    public void After_the_grace_a_ticket_is_of_the_walk_in_line_by_its_arrival()
    {
        var tardy = _hall.Book("09:00");
        var walkIn = _hall.Is("09:10").Draw().Number;

        var missed = _hall.Is("09:16").Arrive(tardy);

        missed.Number.ToString().ShouldBe("B-002");
        (missed.Line, missed.Late, missed.Code).ShouldBe((Line.WalkIn, Lateness.Missed, tardy));
        CalledInOrder().ShouldBe([walkIn, missed.Number]);
    }

    [Fact]
    public void After_the_grace_a_priority_booking_stays_in_the_priority_line_by_its_arrival()
    {
        var tardy = _hall.Book("09:00", priority: true);
        var drawn = _hall.Is("09:10").Draw(Line.Priority).Number;

        var missed = _hall.Is("09:16").Arrive(tardy);

        (missed.Number.ToString(), missed.Late).ShouldBe(("P-002", Lateness.Missed));
        CalledInOrder().ShouldBe([drawn, missed.Number]);
    }

    [Fact]
    public void An_arrival_at_the_kiosk_is_told_in_the_chat_of_the_booking()
    {
        var ticket = _hall.Is("08:50").Arrive(_hall.Book("09:00", by: Phone("ani")));

        _hall.Owed.ShouldBe([new Errand.Tell(Phone("ani"), new Notice.TicketDrawn(ticket, Day), At("15:00"))]);
    }

    [Fact]
    public void An_arrival_in_the_chat_is_answered_there_and_nowhere_else()
    {
        _hall.Is("08:50").Arrive(_hall.Book("09:00", by: Phone("ani")), saidBy: Phone("ani"));

        _hall.Owed.ShouldBeEmpty();
    }

    [Fact]
    public void An_arrival_said_by_another_phone_is_told_to_who_booked()
    {
        _hall.Is("08:50").Arrive(_hall.Book("09:00", by: Phone("ani")), saidBy: Phone("budi"));

        _hall.Owed.ShouldHaveSingleItem().ShouldBeOfType<Errand.Tell>().To.ShouldBe(Phone("ani"));
    }

    /// <summary>By one counter, at the present moment.</summary>
    private TicketNumber[] CalledInOrder(TicketNumber? until = null)
    {
        _hall.Open(1);
        List<TicketNumber> called = [];
        while (_hall.Serve() is { } ticket && ticket != until)
        {
            called.Add(ticket);
        }

        return [.. called];
    }
}
