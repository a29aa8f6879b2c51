using CsCheck;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>How long the wait is: a range from the day's own speed.</summary>
public class WaitEstimatesSpec
{
    private readonly HallStory _hall = new HallStory().Is("08:00");

    [Fact]
    public void Until_the_day_has_shown_its_speed_the_office_says_how_long_serving_takes()
    {
        _hall.Open(1, 2, 3);
        Busy();

        // Twelve calls of six minutes at three counters: 24 minutes, and how far off that may be without any experience of today.
        Wait(ahead: 11).ShouldBe(Minutes(10, 35));
    }

    [Fact]
    public void The_days_own_speed_takes_over()
    {
        _hall.Open(1, 2, 3);
        Serve(40, TimeSpan.FromMinutes(3));
        Busy();

        Wait(ahead: 11).ShouldBe(Minutes(10, 20));
    }

    [Fact]
    public void A_day_of_long_services_is_told_as_such()
    {
        _hall.Open(1, 2, 3);
        Serve(40, TimeSpan.FromMinutes(12));
        Busy();

        Wait(ahead: 11).ShouldBe(Minutes(40, 50));
    }

    [Fact]
    public void Few_services_of_today_make_a_wide_range_and_many_a_narrow_one()
    {
        _hall.Open(1);
        Serve(2, TimeSpan.FromMinutes(6));
        var few = Wait(ahead: 20);
        Serve(38, TimeSpan.FromMinutes(6));
        var many = Wait(ahead: 20);

        (few.To - few.From).ShouldBeGreaterThan(many.To - many.From);
        (few.From < many.From, few.To > many.To).ShouldBe((true, true));
    }

    [Fact]
    public void More_open_counters_mean_less_to_wait()
    {
        _hall.Open(1);
        Busy();
        var alone = Wait(ahead: 12);
        _hall.Open(2, 3);
        Busy();

        Wait(ahead: 12).To.ShouldBeLessThan(alone.To);
    }

    [Fact]
    public void Before_a_counter_is_open_all_are_expected_to_be()
    {
        var closed = Wait(ahead: 12);
        _hall.Open(1, 2, 3, 4);
        Busy();

        Wait(ahead: 12).ShouldBe(closed);
    }

    [Fact]
    public void A_free_counter_may_call_at_once_but_nobody_counts_on_it()
    {
        _hall.Open(1, 2, 3, 4);
        var free = Wait(ahead: 12);
        Busy();
        var busy = Wait(ahead: 12);

        free.From.ShouldBeLessThan(busy.From);
        free.To.ShouldBe(busy.To);
    }

    [Fact]
    public void A_ticket_somebody_forgot_to_finish_does_not_make_the_whole_day_slow()
    {
        _hall.Open(1);
        Serve(20, TimeSpan.FromMinutes(5));
        var before = Wait(ahead: 10);
        Serve(1, TimeSpan.FromHours(3));
        _hall.Is("08:00");

        (Wait(ahead: 10).To - before.To).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(25));
    }

    [Fact]
    public void The_wait_goes_on_over_a_break()
    {
        _hall.Open(1);
        Busy();
        var early = Wait(ahead: 5);

        _hall.Is("11:50");

        var overTheBreak = Wait(ahead: 5);
        overTheBreak.From.ShouldBe(early.From + TimeSpan.FromHours(1));
        overTheBreak.To.ShouldBe(early.To + TimeSpan.FromHours(1));
    }

    [Fact]
    public void Who_draws_before_the_first_slot_waits_until_it_begins() =>
        new HallStory().Is("07:20").Open(1).Draw().Wait!.Value.From.ShouldBe(TimeSpan.FromMinutes(40));

    [Fact]
    public void After_the_last_slot_the_counters_go_on() =>
        new HallStory().Is("15:00").Open(1).Draw().Wait!.Value.ShouldBe(Minutes(0, 15));

    [Fact]
    public void More_before_you_never_means_less_to_wait() =>
        Gen.Select(Gen.Int[0, 90].Array[0, 60], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[6 * 60, 17 * 60])
            .Sample((minutes, open, busy, at) =>
            {
                var hall = Hall.Empty with
                {
                    ServiceTimes = [.. minutes.TakeLast(Hall.ServiceTimesKept).Select(took => TimeSpan.FromMinutes(took))],
                    Counters = Hall.Empty.Counters.AddRange(Enumerable.Range(1, open).Select(number => KeyValuePair.Create(
                        number,
                        new Counter(
                            number, IsOpen: true, number <= busy ? new TicketNumber(Line.WalkIn, number) : null, CalledAt: null)))),
                };
                var around = new DaySurroundings(Plan, PickupRules.Usual, Plan.At(new TimeOnly()).AddMinutes(at));
                var waits = Enumerable.Range(0, 60).Select(ahead => WaitEstimates.Of(hall, around, ahead)).ToArray();

                waits.ShouldAllBe(wait => wait.From >= TimeSpan.Zero && wait.To > wait.From);
                waits.ShouldAllBe(wait => wait.From.TotalMinutes % 5 == 0 && wait.To.TotalMinutes % 5 == 0);
                waits.Select(wait => wait.From).ShouldBeInOrder();
                waits.Select(wait => wait.To).ShouldBeInOrder();
            });

    private static WaitEstimate Minutes(int from, int to) => new(TimeSpan.FromMinutes(from), TimeSpan.FromMinutes(to));

    private WaitEstimate Wait(int ahead) => WaitEstimates.Of(_hall.State.Hall, _hall.Around, ahead);

    /// <summary>Somebody is in front of every open counter.</summary>
    private void Busy()
    {
        foreach (var counter in _hall.Board.Counters.Where(counter => counter is { IsOpen: true, Ticket: null }))
        {
            _hall.Draw();
            _hall.Next(counter.Counter);
        }
    }

    private void Serve(int tickets, TimeSpan each)
    {
        var began = _hall.Now;
        for (var served = 0; served < tickets; served++)
        {
            _hall.Draw();
            _hall.Next();
            _hall.Later(each);
            _hall.AtCounter(new MarkServed(Day, _hall.NextRequest(), 1));
            _hall.Later(began - _hall.Now);
        }
    }
}
