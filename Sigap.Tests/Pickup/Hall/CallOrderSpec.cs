using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>Who is next: the fair mix of booked, priority and walk-in.</summary>
public class CallOrderSpec
{
    private readonly HallStory _hall = new HallStory().Is("08:45");

    [Fact]
    public void Lines_take_turns_by_the_cycle_of_the_office()
    {
        Booked("09:00", 5);
        Drawn(Line.Priority, 3);
        Drawn(Line.WalkIn, 3);

        Called().ShouldBe("A-001 P-001 A-002 B-001 A-003 P-002 A-004 B-002 A-005 P-003 B-003");
    }

    [Fact]
    public void A_line_without_anybody_passes_its_turn_on()
    {
        Booked("09:00", 3);
        Drawn(Line.WalkIn, 2);

        Called().ShouldBe("A-001 A-002 B-001 A-003 B-002");
    }

    [Fact]
    public void The_board_shows_the_order_before_it_happens()
    {
        Booked("09:00", 6);
        Booked("11:00", 2);
        Drawn(Line.Priority, 2);
        Drawn(Line.WalkIn, 5);
        _hall.Open(1).Serve();
        var announced = string.Join(' ', CallOrder.Of(_hall.State, _hall.Around).Select(ticket => ticket.Number));

        _hall.Board.Next.Length.ShouldBe(12);
        announced.ShouldStartWith(string.Join(' ', _hall.Board.Next));
        Called().ShouldBe(announced);
    }

    [Fact]
    public void Whose_slot_is_far_is_called_only_when_nobody_else_waits()
    {
        Booked("09:30", 1);
        Drawn(Line.WalkIn, 2);

        Called().ShouldBe("B-001 B-002 A-001");
    }

    [Fact]
    public void From_half_an_hour_before_its_slot_a_ticket_is_in_line()
    {
        Booked("09:30", 1);
        Drawn(Line.WalkIn, 2);

        _hall.Is("09:00");

        Called().ShouldBe("A-001 B-001 B-002");
    }

    [Fact]
    public void In_the_priority_line_a_booking_ranks_by_its_slot_and_the_others_by_when_they_came()
    {
        var (nine, half) = (_hall.Book("09:00", priority: true), _hall.Book("09:30", priority: true));
        _hall.Arrive(half);
        _hall.Is("09:01").Draw(Line.Priority);
        _hall.Arrive(nine).Late.ShouldBe(Lateness.WithinGrace);

        Called().ShouldBe("P-002 P-001 P-003");
    }

    [Fact]
    public void A_ticket_whose_booking_was_given_back_is_out_of_the_line()
    {
        var code = _hall.Book("09:00");
        var ticket = _hall.Arrive(code).Number;
        _hall.End(code, BookingEnd.GivenBack);

        _hall.Board.Next.ShouldBeEmpty();
        _hall.Board.Waiting[Line.Booked].ShouldBe(0);
        _hall.Ask(new GetTicket(Day, ticket)).ShouldBe(new PickupAnswer.Refused(PickupRefusal.NotFound));
        _hall.Open(1).Next().ShouldBeNull();
    }

    [Fact]
    public void The_board_counts_who_waits_in_each_line()
    {
        Booked("09:00", 2);
        Drawn(Line.WalkIn, 3);
        _hall.Open(1).Next();

        _hall.Board.Waiting.ShouldBe([
            KeyValuePair.Create(Line.Booked, 1), KeyValuePair.Create(Line.WalkIn, 3), KeyValuePair.Create(Line.Priority, 0)]);
    }

    [Fact]
    public void A_ticket_knows_how_many_are_called_before_it()
    {
        Booked("09:00", 2);
        Drawn(Line.WalkIn, 2);

        _hall.See(TicketNumber.Parse("B-002")!.Value).Ahead.ShouldBe(3);
        _hall.Open(1).Serve();
        _hall.See(TicketNumber.Parse("B-002")!.Value).Ahead.ShouldBe(2);
        _hall.See(TicketNumber.Parse("A-001")!.Value).ShouldSatisfyAllConditions(
            served => served.Ahead.ShouldBe(0),
            served => served.Wait.ShouldBeNull());
    }

    private void Booked(string slot, int count)
    {
        foreach (var code in Enumerable.Range(0, count).Select(_ => _hall.Book(slot)).ToArray())
        {
            _hall.Arrive(code);
        }
    }

    private void Drawn(Line line, int count)
    {
        for (var drawn = 0; drawn < count; drawn++)
        {
            _hall.Draw(line);
        }
    }

    /// <summary>Everybody, by one counter at the present moment.</summary>
    private string Called()
    {
        _hall.Open(1);
        List<TicketNumber> called = [];
        while (_hall.Serve() is { } ticket)
        {
            called.Add(ticket);
        }

        return string.Join(' ', called);
    }
}
