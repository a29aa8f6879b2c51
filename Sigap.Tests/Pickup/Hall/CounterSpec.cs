using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>What an officer does at a counter.</summary>
public class CounterSpec
{
    private readonly HallStory _hall = new HallStory().Is("08:00");

    [Fact]
    public void A_counter_opens_calls_serves_and_closes()
    {
        var drawn = _hall.Draw().Number;
        _hall.Open(2);

        var called = _hall.Next(2)!;

        (called.Number, called.Stage, called.Counter, called.Calls).ShouldBe((drawn, TicketStage.Called, 2, 1));
        _hall.Later(TimeSpan.FromMinutes(4)).AtCounter(new MarkServed(Day, _hall.NextRequest(), 2))!.Stage.ShouldBe(TicketStage.Served);
        _hall.Close(2);
        _hall.Board.Counters[1].ShouldBe(new CounterView(2, IsOpen: false, Ticket: null, Calls: 0, CalledAt: null));
        _hall.State.Hall.ServiceTimes.ShouldBe([TimeSpan.FromMinutes(4)]);
    }

    [Fact]
    public void The_office_has_the_counters_its_rules_name()
    {
        _hall.Refused(new OpenCounter(Day, 1, 0)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Refused(new OpenCounter(Day, 2, 5)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Refused(new CloseCounter(Day, 3, 5)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Board.Counters.Select(counter => counter.Counter).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void A_closed_counter_calls_nobody()
    {
        var drawn = _hall.Draw().Number;

        _hall.Refused(new CallNext(Day, 101, 1)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Open(1).Close(1).Refused(new CallNext(Day, 102, 1)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Refused(new CallTicket(Day, 103, 1, drawn)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Refused(new MarkServed(Day, 104, 1)).ShouldBe(PickupRefusal.NoSuchCounter);
    }

    [Fact]
    public void A_counter_finishes_its_ticket_before_it_calls_another_or_closes()
    {
        _hall.Draw();
        var other = _hall.Draw().Number;
        _hall.Open(1).Next();

        _hall.Refused(new CallNext(Day, 101, 1)).ShouldBe(PickupRefusal.CounterBusy);
        _hall.Refused(new CallTicket(Day, 102, 1, other)).ShouldBe(PickupRefusal.CounterBusy);
        _hall.Refused(new CloseCounter(Day, 103, 1)).ShouldBe(PickupRefusal.CounterBusy);
    }

    [Fact]
    public void A_counter_with_nobody_in_front_has_nothing_to_finish()
    {
        _hall.Open(1, 2);

        ICounterCommand[] finishing =
        [
            new Recall(Day, 101, 1), new HoldTicket(Day, 102, 1), new Transfer(Day, 103, 1, 2), new MarkNoShow(Day, 104, 1),
            new MarkServed(Day, 105, 1),
        ];
        finishing.ShouldAllBe(command => _hall.Refused(command) == PickupRefusal.CounterFree);
    }

    [Fact]
    public void When_nobody_waits_nobody_is_called_and_nothing_is_written()
    {
        _hall.Open(1).Next().ShouldBeNull();
        _hall.Changed.ShouldBeNull();
    }

    [Fact]
    public void A_recall_is_a_further_call_at_the_same_counter()
    {
        _hall.Draw();
        var called = _hall.Open(1).Next()!;

        var again = _hall.AtCounter(new Recall(Day, 101, 1))!;

        (again.Number, again.Counter, again.Calls).ShouldBe((called.Number, 1, 2));
        _hall.Board.Counters[0].Calls.ShouldBe(2);
    }

    [Fact]
    public void A_ticket_on_hold_keeps_its_number_and_is_called_again_by_it()
    {
        _hall.Draw();
        var held = _hall.Open(1, 2).Next()!.Number;

        _hall.AtCounter(new HoldTicket(Day, 101, 1))!.Stage.ShouldBe(TicketStage.OnHold);

        _hall.Board.OnHold.ShouldBe([held]);
        _hall.Next().ShouldBeNull();
        var back = _hall.AtCounter(new CallTicket(Day, 102, 2, held))!;
        (back.Number, back.Counter, back.Calls).ShouldBe((held, 2, 2));
        _hall.Board.OnHold.ShouldBeEmpty();
    }

    [Fact]
    public void A_ticket_called_out_of_turn_moves_nobody_elses_turn()
    {
        _hall.Rules = _hall.Rules with { CallCycle = [Line.WalkIn, Line.Priority, Line.Booked] };
        var (b1, b2, p1) = (_hall.Draw().Number, _hall.Draw().Number, _hall.Draw(Line.Priority).Number);
        _hall.Open(1, 2);

        _hall.AtCounter(new CallTicket(Day, 101, 2, b2));

        _hall.Serve().ShouldBe(b1);
        _hall.Serve().ShouldBe(p1);
    }

    [Fact]
    public void A_ticket_in_front_of_one_counter_is_not_called_to_another()
    {
        _hall.Draw();
        var called = _hall.Open(1, 2).Next()!.Number;

        _hall.Refused(new CallTicket(Day, 101, 2, called)).ShouldBe(PickupRefusal.CounterBusy);
        _hall.Next(2).ShouldBeNull();
    }

    [Fact]
    public void Who_was_served_is_not_called_again_but_who_was_missed_is()
    {
        var (missed, served) = (_hall.Draw().Number, _hall.Draw().Number);
        _hall.Open(1).Next();
        _hall.AtCounter(new MarkNoShow(Day, 101, 1))!.Stage.ShouldBe(TicketStage.NoShow);
        _hall.Serve().ShouldBe(served);

        _hall.Refused(new CallTicket(Day, 102, 1, served)).ShouldBe(PickupRefusal.NotFound);
        _hall.Refused(new CallTicket(Day, 103, 1, new TicketNumber(Line.WalkIn, 99))).ShouldBe(PickupRefusal.NotFound);
        _hall.AtCounter(new CallTicket(Day, 104, 1, missed))!.Stage.ShouldBe(TicketStage.Called);
    }

    [Fact]
    public void A_transferred_ticket_is_the_next_of_its_new_counter_and_of_no_other()
    {
        var (first, second) = (_hall.Draw().Number, _hall.Draw().Number);
        _hall.Open(1, 2).Next();

        _hall.AtCounter(new Transfer(Day, 101, 1, 2))!.Number.ShouldBe(first);

        _hall.Board.Next.ShouldBe([first, second]);
        _hall.Next(1)!.Number.ShouldBe(second);
        _hall.Next(2)!.Number.ShouldBe(first);
        _hall.State.Hall.Tickets[first].ReservedFor.ShouldBeNull();
    }

    [Fact]
    public void Calling_a_transferred_ticket_moves_nobody_elses_turn()
    {
        var (a1, b1, p1) = (_hall.Arrive(_hall.Book("08:00")).Number, _hall.Draw().Number, _hall.Draw(Line.Priority).Number);
        _hall.Open(1, 2).AtCounter(new CallTicket(Day, 101, 1, b1));
        _hall.AtCounter(new Transfer(Day, 102, 1, 2));
        _hall.Next(2)!.Number.ShouldBe(b1);

        _hall.Serve().ShouldBe(a1);
        _hall.Serve().ShouldBe(p1);
    }

    [Fact]
    public void A_ticket_is_handed_only_to_a_counter_that_is_open()
    {
        _hall.Draw();
        _hall.Open(1).Next();

        _hall.Refused(new Transfer(Day, 101, 1, 2)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Refused(new Transfer(Day, 102, 1, 9)).ShouldBe(PickupRefusal.NoSuchCounter);
    }

    [Fact]
    public void When_the_new_counter_closes_its_ticket_is_back_in_line_where_it_was()
    {
        var (first, second) = (_hall.Draw().Number, _hall.Draw().Number);
        _hall.Open(1, 2).Next();
        _hall.AtCounter(new Transfer(Day, 101, 1, 2));
        _hall.Close(2);

        _hall.Serve().ShouldBe(first);
        _hall.Serve().ShouldBe(second);
    }

    [Fact]
    public void A_counter_the_office_has_no_longer_still_finishes_its_ticket()
    {
        _hall.Draw();
        _hall.Open(4).Next(4);
        _hall.Rules = _hall.Rules with { Counters = 3 };

        _hall.Board.Counters.Select(counter => counter.Counter).ShouldBe([1, 2, 3, 4]);
        _hall.AtCounter(new MarkServed(Day, 101, 4))!.Stage.ShouldBe(TicketStage.Served);
        _hall.Refused(new CallNext(Day, 102, 4)).ShouldBe(PickupRefusal.NoSuchCounter);
        _hall.Board.Counters.Select(counter => counter.Counter).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Opening_an_open_counter_and_closing_a_closed_one_change_nothing()
    {
        _hall.Open(1).Open(1).Changed.ShouldBeNull();
        _hall.Close(1).Close(1).Changed.ShouldBeNull();
    }
}
