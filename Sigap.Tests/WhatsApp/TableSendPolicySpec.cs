using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>What a send means for the reply and for its business number.</summary>
public class TableSendPolicySpec
{
    private readonly TableSendPolicy _policy = new(ShippedErrorTable.Load(), () => 0);

    [Fact]
    public void A_reply_taken_is_remembered_by_its_fingerprint()
    {
        var id = new MessageId("wamid.1");

        Judge(new SendOutcome.Accepted(id)).Verdict.ShouldBe(new SendVerdict.Accepted(id.Fingerprint));
    }

    [Fact]
    public void The_first_attempt_counts_as_none_before_it() =>
        Judge(new SendOutcome.Refused(131056, 400)).Verdict.ShouldBe(new SendVerdict.Later(TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData(130429, false)]
    [InlineData(131056, false)]
    [InlineData(80007, true)]
    [InlineData(190, true)]
    [InlineData(131042, true)]
    public void A_number_rests_only_when_all_of_it_must_wait_long(int code, bool rests)
    {
        var judgement = Judge(new SendOutcome.Refused(code, 400));

        judgement.Verdict.ShouldBeOfType<SendVerdict.Later>();
        judgement.StopsNumber.ShouldBe(rests);
    }

    [Fact]
    public void What_is_owed_outlives_a_lost_token()
    {
        var verdict = _policy.Judge(new SendOutcome.Refused(190, 401), attempt: 10_000).Verdict;

        verdict.ShouldBe(new SendVerdict.Later(TimeSpan.FromMinutes(15)));
    }

    [Theory]
    [InlineData(131026)]
    [InlineData(132015)]
    [InlineData(123456)]
    public void What_cannot_be_mended_by_waiting_is_given_up(int code)
    {
        var judgement = Judge(new SendOutcome.Refused(code, 400));

        judgement.Verdict.ShouldBe(new SendVerdict.GivenUp(code));
        judgement.StopsNumber.ShouldBeFalse();
        judgement.Reason.ShouldContain($"{code}");
    }

    [Fact]
    public void What_came_after_the_24_hours_needs_a_template() =>
        Judge(new SendOutcome.Refused(131047, 400)).Verdict.ShouldBe(new SendVerdict.GivenUp(131047, NeedsTemplate: true));

    [Fact]
    public void What_may_have_arrived_waits_for_its_status_and_longer_the_second_time()
    {
        Judge(new SendOutcome.Unknown("cut")).Verdict.ShouldBe(new SendVerdict.Unknown(TimeSpan.Zero, IsLast: false));
        _policy.Judge(new SendOutcome.Unknown("cut"), attempt: 1).Verdict.ShouldBe(new SendVerdict.Unknown(TimeSpan.FromSeconds(20), IsLast: false));
    }

    [Fact]
    public void A_failure_told_by_a_status_is_judged_like_a_refusal()
    {
        _policy.JudgeFailed(131026, attempt: 0).Verdict.ShouldBe(new SendVerdict.GivenUp(131026));
        _policy.JudgeFailed(131000, attempt: 0).Verdict.ShouldBe(new SendVerdict.Later(TimeSpan.FromSeconds(5)));
        _policy.JudgeFailed(null, attempt: 0).Verdict.ShouldBe(new SendVerdict.GivenUp(0));
    }

    private SendJudgement Judge(SendOutcome outcome) => _policy.Judge(outcome, attempt: 0);
}
