using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>Every command of a counter may arrive twice: at once, or after its ticket has moved on.</summary>
public class HallRepeatsSpec
{
    private const ulong Request = 1001;

    private readonly HallStory _hall = new HallStory().Is("08:00").Open(2);

    public static TheoryData<string> Finishing => ["recall", "hold", "transfer", "missed", "served"];

    [Fact]
    public void Calling_the_next_twice_calls_one()
    {
        var (first, _) = (_hall.Draw(), _hall.Draw());
        var next = new CallNext(Day, Request, 2);
        var called = _hall.Decide(next);

        Again(next, called);
        _hall.AtCounter(new MarkServed(Day, _hall.NextRequest(), 2));
        AgainNames(next, first.Number, TicketStage.Served);
    }

    [Fact]
    public void Calling_a_ticket_twice_calls_it_once()
    {
        var (_, second) = (_hall.Draw(), _hall.Draw());
        var call = new CallTicket(Day, Request, 2, second.Number);
        var called = _hall.Decide(call);

        Again(call, called);
        _hall.AtCounter(new HoldTicket(Day, _hall.NextRequest(), 2));
        AgainNames(call, second.Number, TicketStage.OnHold);
    }

    [Theory]
    [MemberData(nameof(Finishing))]
    public void Whatever_a_counter_does_with_its_ticket_twice_is_done_once(string what)
    {
        _hall.Open(1);
        var (first, second) = (_hall.Draw().Number, _hall.Draw().Number);
        _hall.Next(2)!.Number.ShouldBe(first);
        var command = Command(what);
        var done = _hall.Decide(command);

        Again(command, done);
        if (what != "recall")
        {
            _hall.AtCounter(new CallTicket(Day, _hall.NextRequest(), 2, second));
        }

        var stage = _hall.State.Hall.Tickets[first].Stage;
        AgainNames(command, first, stage);
        _hall.State.Hall.Tickets[second].Stage.ShouldBe(what == "recall" ? TicketStage.Waiting : TicketStage.Called);
    }

    [Fact]
    public void Opening_a_counter_twice_does_not_open_it_after_it_was_closed()
    {
        var open = new OpenCounter(Day, Request, 1);
        var opened = _hall.Decide(open);

        Again(open, opened);
        _hall.Close(1);
        Again(open, opened);
        _hall.Board.Counters[0].IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Closing_a_counter_twice_does_not_close_it_after_it_was_opened()
    {
        var close = new CloseCounter(Day, Request, 2);
        var closed = _hall.Decide(close);

        Again(close, closed);
        _hall.Open(2);
        Again(close, closed);
        _hall.Board.Counters[1].IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void What_was_refused_or_found_nobody_is_decided_anew()
    {
        var next = new CallNext(Day, Request, 2);
        _hall.AtCounter(next).ShouldBeNull();
        var drawn = _hall.Draw().Number;

        _hall.AtCounter(next)!.Number.ShouldBe(drawn);
    }

    private static ICounterCommand Command(string what) => what switch
    {
        "recall" => new Recall(Day, Request, 2),
        "hold" => new HoldTicket(Day, Request, 2),
        "transfer" => new Transfer(Day, Request, 2, 1),
        "missed" => new MarkNoShow(Day, Request, 2),
        _ => new MarkServed(Day, Request, 2),
    };

    private void Again(ICounterCommand command, PickupAnswer answer)
    {
        _hall.Decide(command).ShouldBe(answer);
        _hall.Changed.ShouldBeNull();
    }

    private void AgainNames(ICounterCommand command, TicketNumber ticket, TicketStage stage)
    {
        var view = _hall.AtCounter(command)!;
        (view.Number, view.Stage).ShouldBe((ticket, stage));
        _hall.Changed.ShouldBeNull();
    }
}
