using CsCheck;
using Sigap.Conversations;

namespace Sigap.Tests.Conversations;

/// <summary>To one applicant no more leaves than WhatsApp allows, in any stretch of time.</summary>
public class PairPaceSpec
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationSettings Settings = new() { PairBurst = 3, PairInterval = TimeSpan.FromSeconds(6) };

    [Fact]
    public void A_burst_leaves_at_once_and_then_one_per_interval()
    {
        var pace = PairPace.Rested;
        for (var sent = 0; sent < 3; sent++)
        {
            pace.Wait(Noon, Settings).ShouldBe(TimeSpan.Zero);
            pace = pace.After(Noon, Settings.PairInterval);
        }

        pace.Wait(Noon, Settings).ShouldBe(TimeSpan.FromSeconds(6));
        pace.Wait(Noon.AddSeconds(4), Settings).ShouldBe(TimeSpan.FromSeconds(2));
        pace.Wait(Noon.AddSeconds(6), Settings).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Whoever_is_written_to_rarely_never_waits()
    {
        var pace = PairPace.Rested;
        for (var minute = 0; minute < 100; minute++)
        {
            pace.Wait(Noon.AddMinutes(minute), Settings).ShouldBe(TimeSpan.Zero);
            pace = pace.After(Noon.AddMinutes(minute), Settings.PairInterval);
        }
    }

    /// <summary>
    /// Replies come at any times, some are sent several times before they are settled, and crashes forget what was not yet
    /// settled: still the limit is kept.
    /// </summary>
    [Fact]
    public void In_no_stretch_of_time_more_leaves_than_burst_and_interval_allow_over_any_restarts() =>
        Gen.Select(
                Gen.Int[1, 6],
                Gen.Int[1, 8],
                Gen.Select(Gen.Int[0, 9_000], Gen.Int[1, 3], Gen.Int[0, 3]).Array[1, 60])
            .Sample(
                (burst, seconds, replies) =>
                {
                    var settings = new ConversationSettings { PairBurst = burst, PairInterval = TimeSpan.FromSeconds(seconds) };
                    return KeepsTheLimit(Play(replies, settings), settings);
                },
                iter: 2_000);

    private static List<DateTimeOffset> Play(IEnumerable<(int Pause, int Attempts, int Crashes)> replies, ConversationSettings settings)
    {
        var (now, written, sends) = (Noon, PairPace.Rested, new List<DateTimeOffset>());
        foreach (var (pause, attempts, crashes) in replies)
        {
            var decided = now += TimeSpan.FromMilliseconds(pause);
            var pace = written;
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                now += pace.Wait(now, settings);
                sends.Add(now);
                pace = pace.After(now, settings.PairInterval);
                now += PairPace.LeastPause;
                if (attempt < crashes)
                {
                    pace = written.AfterUnseen(decided, now, settings);
                }
            }

            written = pace;
        }

        return sends;
    }

    private static bool KeepsTheLimit(List<DateTimeOffset> sends, ConversationSettings settings)
    {
        for (var first = 0; first < sends.Count; first++)
        {
            for (var last = first; last < sends.Count; last++)
            {
                if (last - first + 1 > settings.PairBurst + Math.Floor((sends[last] - sends[first]) / settings.PairInterval))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
