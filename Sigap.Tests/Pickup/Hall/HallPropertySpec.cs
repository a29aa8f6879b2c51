using CsCheck;
using Sigap.Conversations;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>Whatever applicants and officers do, in whatever order and at whatever time.</summary>
public class HallPropertySpec
{
    private static readonly Gen<(HallAct Act, int Which, int Counter, int Minutes)[]> Days = Gen.Select(
        Gen.Frequency(
            (4, Gen.Const(HallAct.Book)),
            (6, Gen.Const(HallAct.Arrive)),
            (5, Gen.Const(HallAct.Draw)),
            (2, Gen.Const(HallAct.Open)),
            (8, Gen.Const(HallAct.Next)),
            (6, Gen.Const(HallAct.Served)),
            (3, Gen.OneOf(
                HallAct.GiveBack, HallAct.Close, HallAct.Call, HallAct.Recall, HallAct.Hold, HallAct.Transfer, HallAct.Missed))),
        Gen.Int[0, 1000],
        Gen.Int[0, 5],
        Gen.Frequency((5, Gen.Const(0)), (3, Gen.Int[1, 5]), (1, Gen.Int[5, 60]))).Array[1, 80];

    [Fact]
    public void A_ticket_is_in_front_of_one_counter_at_most() => EachState(hall =>
    {
        var inFront = hall.State.Hall.Counters.Values.Where(counter => counter.Ticket is not null).ToArray();

        inFront.Select(counter => counter.Ticket!.Value).ShouldBeUnique();
        hall.State.Hall.Tickets.Values.Count(ticket => ticket.Stage == TicketStage.Called).ShouldBe(inFront.Length);
        inFront.ShouldAllBe(counter => hall.State.Hall.Tickets[counter.Ticket!.Value].Counter == counter.Number && counter.IsOpen);
    });

    [Fact]
    public void Everybody_who_waits_is_exactly_once_in_the_call_order() => EachState(hall =>
        CallOrder.Of(hall.State, hall.Around).Select(ticket => ticket.Number).ShouldBe(
            hall.State.Hall.Tickets.Values.Where(ticket => LineOrder.IsInLine(hall.State, ticket)).Select(ticket => ticket.Number),
            ignoreOrder: true));

    [Fact]
    public void Numbers_count_up_in_their_letter_and_are_never_given_twice()
    {
        Days.Sample(day =>
        {
            var hall = new HallStory();
            List<TicketNumber> drawn = [];
            foreach (var act in day)
            {
                drawn.AddRange(Do(hall, act) is null
                    ? []
                    : hall.Changed?.Facts.OfType<DayFact.TicketDrawn>().Select(fact => fact.Number) ?? []);
            }

            drawn.GroupBy(number => number.Line).ShouldAllBe(line =>
                line.Select(number => number.Number).SequenceEqual(Enumerable.Range(1, line.Count())));
        });
    }

    [Fact]
    public void Deciding_twice_changes_nothing_and_answers_the_same() => Days.Sample(day =>
    {
        var hall = new HallStory();
        foreach (var act in day)
        {
            if (Do(hall, act) is var (command, answer))
            {
                hall.Decide(command).ShouldBe(answer);
                hall.Changed.ShouldBeNull();
            }
        }
    });

    [Fact]
    public void A_counter_is_given_who_was_announced_and_no_line_is_overtaken_within() => Days.Sample(day =>
    {
        var hall = new HallStory();
        foreach (var act in day)
        {
            var before = hall.Later(TimeSpan.FromMinutes(act.Minutes)).State;
            var announced = CallOrder.Of(before, hall.Around).ToLookup(ticket =>
                ticket.ReservedFor is { } counter && before.Hall.Counters[counter].IsOpen);
            if (Do(hall, act with { Minutes = 0 }) is (CallNext next, PickupAnswer.AtCounter { View: { } view }))
            {
                var called = announced[true].FirstOrDefault(ticket => ticket.ReservedFor == next.Counter) ?? announced[false].First();

                view.Number.ShouldBe(called.Number);
                if (called.ReservedFor != next.Counter)
                {
                    announced[false]
                        .Where(other => other.Line == called.Line)
                        .MinBy(other => (other.Rank, other.Number.Number))
                        .ShouldBe(called);
                }
            }
        }
    });

    [Fact]
    public void One_booking_has_one_ticket_and_each_ticket_is_told_once_that_it_is_near() => EachState(hall =>
    {
        hall.State.Hall.Tickets.Values.Where(ticket => ticket.Booking is not null).Select(ticket => ticket.Booking).ShouldBeUnique();
        hall.Told.OfType<Notice.TurnNear>().Select(notice => notice.Ticket.Number).ShouldBeUnique();
    });

    [Fact]
    public void Every_ticket_and_the_board_can_be_shown() => EachState(hall =>
    {
        var board = hall.Board;
        board.Waiting.Values.Sum().ShouldBe(CallOrder.Of(hall.State, hall.Around).Length);
        board.Next.Length.ShouldBe(Math.Min(12, board.Waiting.Values.Sum()));
        foreach (var ticket in hall.State.Hall.Tickets.Values.Where(ticket => !LineOrder.IsWithdrawn(hall.State, ticket)))
        {
            hall.See(ticket.Number).Wait.HasValue.ShouldBe(ticket.Stage == TicketStage.Waiting);
        }
    });

    [Fact]
    public void Whoever_takes_over_from_the_journal_finds_the_same_hall_and_knows_every_request() => Days.Sample(day =>
    {
        var hall = new HallStory();
        var commands = day.Select(act => Do(hall, act)?.Command).OfType<IHallCommand>().ToArray();

        var recovered = hall.Journal.Aggregate(PickupDay.Origin, PickupEvolution.Evolve);

        recovered.Hall.Tickets.ShouldBe(hall.State.Hall.Tickets, ignoreOrder: true);
        recovered.Hall.Counters.ShouldBe(hall.State.Hall.Counters);
        HallViews.Answer(recovered, new GetHall(Day), hall.Around).ShouldBe(new PickupAnswer.Hall(hall.Board));
        var draft = new DayDraft(recovered, hall.Around);
        foreach (var command in commands.Where(command => hall.State.Hall.Requests.ContainsKey(command.Request)))
        {
            HallDecider.Decide(draft, command).ShouldBe(hall.Decide(command));
        }

        draft.Finish().ShouldBeNull();
    });

    [Fact]
    public void While_all_lines_wait_each_is_called_as_often_as_it_stands_in_the_cycle() => Gen.Select(
        Gen.OneOf(Line.Booked, Line.WalkIn, Line.Priority).Array[0, 5], Gen.Int[0, 10]).Sample((more, before) =>
    {
        var hall = new HallStory();
        Line[] cycle = [Line.Booked, Line.Priority, Line.WalkIn, .. more];
        hall.Rules = hall.Rules with { CallCycle = [.. cycle] };
        hall.Is("07:30").Open(1);
        for (var count = 0; count < 22; count++)
        {
            hall.Draw();
            hall.Draw(Line.Priority);
            hall.Arrive(hall.Book("08:00"));
        }

        for (var count = 0; count < before; count++)
        {
            hall.Serve();
        }

        // Long enough for every window, short enough that no line runs dry: each stands at most six times in a cycle of eight.
        var called = Enumerable.Range(0, cycle.Length + 3).Select(_ => hall.Serve()!.Value.Line).ToArray();

        foreach (var window in Enumerable.Range(0, 4).Select(from => called.Skip(from).Take(cycle.Length)))
        {
            window.Order().ShouldBe(cycle.Order());
        }
    });

    private static void EachState(Action<HallStory> holds) => Days.Sample(day =>
    {
        var hall = new HallStory();
        foreach (var act in day)
        {
            Do(hall, act);
            holds(hall);
        }
    });

    /// <summary>The command and its answer; null when it was not one of the hall.</summary>
    private static (IHallCommand Command, PickupAnswer Answer)? Do(
        HallStory hall, (HallAct Act, int Which, int Counter, int Minutes) act)
    {
        hall.Later(TimeSpan.FromMinutes(act.Minutes));
        switch (act.Act)
        {
            case HallAct.Book:
                var slot = Plan.Slots[act.Which % Plan.Slots.Length].From.ToString("HH:mm", null);
                hall.Book(slot, priority: act.Which % 5 == 0, by: act.Which % 3 == 0 ? null : Phone($"p{act.Which}"));
                return null;
            case HallAct.GiveBack:
                if (CodeOf(hall, act.Which) is { } code)
                {
                    hall.End(code, BookingEnd.GivenBack);
                }

                return null;
            default:
                var command = HallActs.Command(hall, act.Act, act.Which, act.Counter);
                return (command, hall.Decide(command));
        }
    }

    private static BookingCode? CodeOf(HallStory hall, int which) => HallActs.Code(hall, which) is { } code
        && hall.State.Bookings.ContainsKey(code) ? code : null;
}
