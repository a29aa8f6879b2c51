using Microsoft.Extensions.Time.Testing;
using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;

namespace Sigap.Tests.Drill;

public sealed class PhaseFiguresSpec
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CrowdLedger _written;
    private readonly GraphLedger _sent;
    private int _reply;

    public PhaseFiguresSpec()
    {
        var watch = new DrillWatch(_clock);
        (_written, _sent) = (new CrowdLedger(watch), new GraphLedger(watch));
    }

    [Fact]
    public void The_wait_counts_from_the_acknowledgement_and_the_worst_one_from_the_first_try()
    {
        Write(posted: 1, acknowledged: 3, replied: 8);
        Write(posted: 8, acknowledged: 9, replied: 10);

        Figures().Wait.ShouldBe(TimeSpan.FromSeconds(5));
        Figures().WorstWait.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void It_is_silence_when_somebody_waits_and_nobody_is_answered()
    {
        Write(posted: 1, acknowledged: 1, replied: 2);
        Write(posted: 3, acknowledged: 4, replied: 14);

        Figures().Silence.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void It_is_no_silence_when_nobody_writes_or_all_have_their_answers()
    {
        Write(posted: 1, acknowledged: 3, replied: 2);
        Write(posted: 100, acknowledged: 100, replied: 101);

        Figures().Silence.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void It_is_no_silence_towards_all_when_one_waits_and_others_are_answered()
    {
        Write(posted: 1, acknowledged: 1, replied: 3);
        Write(posted: 1, acknowledged: 2, replied: 4);
        Write(posted: 1, acknowledged: 1, replied: 5);

        Figures().Silence.ShouldBe(TimeSpan.FromSeconds(2));
        Figures().Wait.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Posts_are_counted_by_what_became_of_them_within_the_phase()
    {
        foreach (var (at, status) in new[] { (1, 200), (2, 503), (2, 503), (3, 500), (4, PostAttempt.NoAnswer), (90, 503) })
        {
            _written.Add(new PostAttempt(TimeSpan.FromSeconds(at), TimeSpan.FromMilliseconds(20), "sigap-1", status, Cargo.Messages, 1));
        }

        var figures = PhaseFigures.Of(_written, _sent, TimeSpan.Zero, TimeSpan.FromSeconds(60));

        (figures.Busy, figures.OtherAnswers, figures.NoAnswer).ShouldBe((2, 1, 1));
    }

    private PhaseFigures Figures() => PhaseFigures.Of(_written, _sent, TimeSpan.Zero, TimeSpan.MaxValue);

    /// <summary>All in seconds. Replies are written down in the order in which this is called.</summary>
    private void Write(int posted, int acknowledged, int replied)
    {
        var message = new WrittenMessage(
            PlantedDrill.Person(_reply), 0, MessageKind.Question, "menu", null, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(posted));
        message.Posted(1, TimeSpan.FromSeconds(posted));
        message.Acknowledged("sigap-1", TimeSpan.FromSeconds(acknowledged));
        message.RepliedAt = TimeSpan.FromSeconds(replied);
        _written.Add(message);
        _clock.Advance(TimeSpan.FromSeconds(replied) - _written.Watch.Now);
        _sent.Add(new GraphRequest.Message("n", message.From.Phone, "c", ++_reply, 1, ""), GraphBehaviour.Accepts, out _);
    }
}
