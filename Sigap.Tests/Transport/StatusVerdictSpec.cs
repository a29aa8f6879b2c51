using Sigap.Tests.WhatsApp;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>How a send ended, as its statuses tell.</summary>
public class StatusVerdictSpec
{
    private static readonly TableSendPolicy Policy = new(ShippedErrorTable.Load(), () => 0);
    private static readonly AttemptStatus FirstFailed = new(0, 10, DeliveryStage.Failed, 131026);
    private static readonly AttemptStatus SecondFailed = new(1, 11, DeliveryStage.Failed, 131000);

    [Fact]
    public void Nothing_told_decides_nothing() => StatusVerdict.Of([], 0, Policy).ShouldBeNull();

    [Theory]
    [InlineData(DeliveryStage.Sent)]
    [InlineData(DeliveryStage.Delivered)]
    [InlineData(DeliveryStage.Read)]
    [InlineData(DeliveryStage.Played)]
    public void Whatever_was_taken_is_accepted(DeliveryStage stage) =>
        Of(0, new AttemptStatus(0, 10, stage, null)).ShouldBe(new SendVerdict.Accepted(10));

    [Fact]
    public void A_send_that_was_taken_outweighs_one_that_failed() =>
        Of(1, SecondFailed, new AttemptStatus(0, 10, DeliveryStage.Sent, null)).ShouldBe(new SendVerdict.Accepted(10));

    [Fact]
    public void Of_several_that_were_taken_the_furthest_counts() =>
        Of(1, new AttemptStatus(0, 10, DeliveryStage.Sent, null), new AttemptStatus(1, 11, DeliveryStage.Read, null))
            .ShouldBe(new SendVerdict.Accepted(11));

    [Fact]
    public void A_failure_is_judged_by_the_table() => Of(0, FirstFailed).ShouldBe(new SendVerdict.GivenUp(131026));

    [Fact]
    public void The_latest_failure_counts()
    {
        var verdict = StatusVerdict.Of([SecondFailed, FirstFailed], 0, Policy).ShouldNotBeNull();

        verdict.Attempt.ShouldBe(1);
        verdict.Verdict.ShouldBeOfType<SendVerdict.Later>();
    }

    [Fact]
    public void A_failure_of_an_earlier_send_says_nothing_of_this_one() => StatusVerdict.Of([FirstFailed], 1, Policy).ShouldBeNull();

    private static SendVerdict? Of(int attempt, params AttemptStatus[] told) => StatusVerdict.Of([.. told], attempt, Policy)?.Verdict;
}
