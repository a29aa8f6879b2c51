using CsCheck;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>Whether a business number may send.</summary>
public class NumberGateSpec
{
    private static readonly TransportSettings Settings = new() { BreakerAfter = 3 };
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private enum Happening
    {
        Begin = 0,
        Answer = 1,
        Fail = 2,
        Hold = 3,
        NewToken = 4,
        Wait = 5,
        FailLater = 6,
    }

    [Fact]
    public void Once_closed_no_two_probes_are_under_way_and_none_leaves_too_early() =>
        Gen.Int[0, 6].Select(happening => (Happening)happening).Array[1, 80].Sample(happenings =>
        {
            var gate = new NumberGate(Settings);
            var now = Start;
            var underWay = new Queue<int>();
            foreach (var happening in happenings)
            {
                switch (happening)
                {
                    case Happening.Begin when gate.MayStart(now):
                        if (!gate.IsOpen && (now < gate.ProbeAt || underWay.Contains(gate.Era)))
                        {
                            return false;
                        }

                        underWay.Enqueue(gate.Begin());
                        break;
                    case Happening.Answer when underWay.TryDequeue(out var era):
                        gate.Answered(era);
                        break;
                    case Happening.Fail when underWay.TryDequeue(out var era):
                        gate.Failed(era, now);
                        break;
                    case Happening.Hold when underWay.TryDequeue(out var era):
                        gate.Held(era, Closing.Stopped, TimeSpan.FromMinutes(1), now);
                        break;
                    case Happening.NewToken:
                        gate.ProbeNow(now);
                        break;
                    case Happening.FailLater:
                        gate.FailedLater(Closing.Held, TimeSpan.FromMinutes(1), now.AddSeconds(-5), now);
                        break;
                    default:
                        now = now.AddSeconds(20);
                        break;
                }
            }

            // However it went, in time a probe leaves, and its answer opens the gate.
            while (underWay.TryDequeue(out var era))
            {
                gate.Failed(era, now);
            }

            var later = now.AddMinutes(2);
            return gate.MayStart(later) && (gate.IsOpen || gate.Answered(gate.Begin()));
        });

    [Fact]
    public void An_answer_to_what_began_before_it_closed_does_not_open_it()
    {
        var gate = new NumberGate(Settings);
        var (first, second) = (gate.Begin(), gate.Begin());
        gate.Held(first, Closing.Stopped, TimeSpan.FromMinutes(1), Start);

        gate.Answered(second).ShouldBeFalse();

        gate.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void An_answer_between_failures_begins_the_count_anew()
    {
        var gate = new NumberGate(Settings);
        gate.Failed(gate.Begin(), Start);
        gate.Failed(gate.Begin(), Start);
        gate.Answered(gate.Begin());
        gate.Failed(gate.Begin(), Start);
        gate.Failed(gate.Begin(), Start);

        gate.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Probes_that_fail_come_less_and_less_often_but_twice_a_minute_at_least()
    {
        var gate = new NumberGate(Settings with { BreakerAfter = 1 });
        var now = Start;
        var pauses = new List<double>();
        for (var failure = 0; failure < 7; failure++)
        {
            gate.Failed(gate.Begin(), now);
            pauses.Add((gate.ProbeAt - now).TotalSeconds);
            now = gate.ProbeAt;
        }

        pauses.ShouldBe([2, 4, 8, 16, 30, 30, 30]);
    }
}
