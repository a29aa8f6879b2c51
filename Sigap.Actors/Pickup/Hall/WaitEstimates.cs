using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// How long somebody waits with so many before them: a range that eight of ten fall into, in steps of five minutes.
/// </summary>
/// <remarks>
/// With c open counters, n times of today and the next call but m:
/// <code>
/// mean  s = (k·S + Σ x) / (k + n)             S: the office's ServiceTime, worth k tickets
/// var   v = (k·(r·S)² + Σ (x - s)²) / (k + n) r: its spread, as long as the day has not shown its own
/// range   = s·m/c ± z·√(v·(m + m²/(k + n)))/c first term: each ticket is luck; second: s itself is not known better
/// </code>
/// The lower end lets free counters call at once, the upper end does not count on it. Few times of today make the second term
/// large: the range is wide. The lower end is a convex function of m that is 0 at 0, so where it is above 0 it only grows; with
/// the upper end, the clock and the rounding growing too, more before you never means less to wait.
/// </remarks>
internal static class WaitEstimates
{
    /// <summary>z: eight of ten wait within 1.28 standard deviations.</summary>
    private const double Deviations = 1.28;

    /// <summary>k</summary>
    private const double TicketsTheRuleIsWorth = 5;

    /// <summary>r</summary>
    private const double SpreadOfTheRule = 0.6;

    /// <summary>A ticket somebody forgot to finish must not make the whole day slow.</summary>
    private const double AtMostTimesTheUsual = 4;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    public static WaitEstimate Of(Hall hall, DaySurroundings around, int ahead)
    {
        var open = hall.Counters.Values.Count(counter => counter.IsOpen);
        var free = hall.Counters.Values.Count(counter => counter is { IsOpen: true, Ticket: null });
        var pace = PaceOf(hall.ServiceTimes, around.Rules.ServiceTime, open > 0 ? open : around.Rules.Counters);
        var from = RoundedDown(HallHours.OnTheClock(pace.After(Math.Max(0, ahead + 1 - free), -Deviations), around));
        var to = RoundedUp(HallHours.OnTheClock(pace.After(ahead + 1, Deviations), around));
        return new WaitEstimate(from, to > from ? to : from + Step);
    }

    private static Pace PaceOf(ImmutableArray<TimeSpan> times, TimeSpan rule, int counters)
    {
        var usual = times.IsEmpty ? rule : Max(rule, times.Order().ElementAt(times.Length / 2));
        var minutes = times.Select(time => Math.Min(time.TotalMinutes, AtMostTimesTheUsual * usual.TotalMinutes)).ToImmutableArray();
        var weight = TicketsTheRuleIsWorth + minutes.Length;
        var mean = ((TicketsTheRuleIsWorth * rule.TotalMinutes) + minutes.Sum()) / weight;
        var spread = SpreadOfTheRule * rule.TotalMinutes;
        var variance = ((TicketsTheRuleIsWorth * spread * spread) + minutes.Sum(time => (time - mean) * (time - mean))) / weight;
        return new Pace(mean, variance, weight, counters);
    }

    private static TimeSpan RoundedDown(TimeSpan wait) => Step * Math.Floor(wait / Step);

    private static TimeSpan RoundedUp(TimeSpan wait) => Step * Math.Ceiling(wait / Step);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private readonly record struct Pace(double Mean, double Variance, double Weight, int Counters)
    {
        /// <summary>Counter time until so many more calls, so many standard deviations from the mean.</summary>
        public TimeSpan After(int calls, double deviations)
        {
            var deviation = Math.Sqrt(Variance * (calls + (calls * calls / Weight)));
            return TimeSpan.FromMinutes(Math.Max(0, (Mean * calls) + (deviations * deviation)) / Counters);
        }
    }
}
