using CsCheck;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>The pace of a business number.</summary>
public class TokenBucketSpec
{
    private const int Rate = 80;
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Milliseconds that pass, messages that come in, messages that want to leave.</summary>
    private static readonly Gen<(int Passed, int In, int Out)[]> Traffic =
        Gen.Select(Gen.Int[0, 400], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 300])), Gen.Int[0, 120]).Array[1, 60];

    [Fact]
    public void In_no_window_more_leave_than_a_second_saved_and_what_flows_in() => Traffic.Sample(traffic =>
    {
        var bucket = new TokenBucket(Rate, Start);
        var sent = new List<DateTimeOffset>();
        Play(bucket, traffic, at => sent.Add(at));
        return Enumerable.Range(0, sent.Count).All(first =>
            Enumerable.Range(first, sent.Count - first).All(last =>
                last - first + 1 <= Rate + (Rate * (sent[last] - sent[first]).TotalSeconds) + 0.001));
    });

    [Fact]
    public void Replies_keep_half_of_the_pace_however_much_comes_in()
    {
        var bucket = new TokenBucket(Rate, Start);
        var sent = 0;
        for (var now = Start; now < Start.AddSeconds(10); now = now.AddMilliseconds(10))
        {
            bucket.Heard(50, now);
            while (bucket.TryTake(now))
            {
                sent++;
            }
        }

        sent.ShouldBeInRange((Rate / 2 * 10) - Rate, (Rate / 2 * 10) + Rate);
    }

    [Fact]
    public void What_comes_in_counts_against_the_pace()
    {
        var bucket = new TokenBucket(Rate, Start);
        var now = Start.AddSeconds(2);

        bucket.Heard(30, now);

        Drain(bucket, now).ShouldBe(Rate - 30);
    }

    [Fact]
    public void A_new_sender_begins_with_little() => Drain(new TokenBucket(Rate, Start), Start).ShouldBe(Rate / 10);

    [Fact]
    public void A_halved_pace_is_whole_again_after_a_minute()
    {
        var bucket = new TokenBucket(Rate, Start);
        bucket.Halve(Start);

        Drain(bucket, Start.AddSeconds(1)).ShouldBeInRange(Rate / 2, (Rate / 2) + 8);
        Drain(bucket, Start.AddSeconds(61)).ShouldBe(Rate);
        Drain(bucket, Start.AddSeconds(62)).ShouldBe(Rate);
    }

    [Fact]
    public void The_wait_it_tells_is_enough() => Traffic.Sample(traffic =>
    {
        var bucket = new TokenBucket(Rate, Start);
        var now = Play(bucket, traffic, _ => { });
        return bucket.TryTake(now) || bucket.TryTake(now + bucket.Wait + TimeSpan.FromTicks(10));
    });

    [Fact]
    public void A_clock_set_back_gives_nothing_twice()
    {
        var bucket = new TokenBucket(Rate, Start);
        Drain(bucket, Start.AddSeconds(5));

        Drain(bucket, Start).ShouldBe(0);
        Drain(bucket, Start.AddSeconds(5)).ShouldBe(0);
    }

    private static DateTimeOffset Play(TokenBucket bucket, (int Passed, int In, int Out)[] traffic, Action<DateTimeOffset> sent)
    {
        var now = Start;
        foreach (var (passed, heard, wanted) in traffic)
        {
            now = now.AddMilliseconds(passed);
            bucket.Heard(heard, now);
            for (var reply = 0; reply < wanted && bucket.TryTake(now); reply++)
            {
                sent(now);
            }
        }

        return now;
    }

    private static int Drain(TokenBucket bucket, DateTimeOffset now)
    {
        var sent = 0;
        while (bucket.TryTake(now))
        {
            sent++;
        }

        return sent;
    }
}
