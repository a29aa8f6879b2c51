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
    [InlineData(130429, 1)]
    [InlineData(80007, 60)]
    [InlineData(131048, 3600)]
    [InlineData(190, 60)]
    [InlineData(131042, 60)]
    public void A_number_rests_as_long_as_all_of_it_must_wait(int code, int seconds)
    {
        var judgement = Judge(new SendOutcome.Refused(code, 400));

        judgement.Verdict.ShouldBeOfType<SendVerdict.Later>();
        judgement.Hold.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(131056)]
    [InlineData(131000)]
    [InlineData(131016)]
    [InlineData(132069)]
    public void What_concerns_one_applicant_or_one_reply_lets_the_number_go_on(int code) =>
        Judge(new SendOutcome.Refused(code, 400)).Hold.ShouldBeNull();

    [Theory]
    [InlineData(190, AlertKind.NumberStopped)]
    [InlineData(131042, AlertKind.NumberStopped)]
    [InlineData(131048, AlertKind.SpamLimit)]
    [InlineData(80007, AlertKind.Limit)]
    [InlineData(132016, AlertKind.TemplateStopped)]
    [InlineData(100, AlertKind.Refused)]
    [InlineData(130429, null)]
    [InlineData(131026, null)]
    public void An_operator_is_called_for_what_no_program_mends(int code, AlertKind? alert)
    {
        var judgement = Judge(new SendOutcome.Refused(code, 400));

        judgement.Alert.ShouldBe(alert);
        judgement.StopsNumber.ShouldBe(alert == AlertKind.NumberStopped);
    }

    [Fact]
    public void No_reply_is_given_up_because_its_number_must_wait() =>
        _policy.Judge(new SendOutcome.Refused(131048, 400), attempt: 50).Verdict.ShouldBeOfType<SendVerdict.Later>();

    [Fact]
    public void A_wait_that_WhatsApp_asks_for_holds_the_number_as_long() =>
        Judge(new SendOutcome.Refused(0, 429, TimeSpan.FromMinutes(7))).Hold.ShouldBe(TimeSpan.FromMinutes(7));

    [Theory]
    [InlineData(132001)]
    [InlineData(132015)]
    [InlineData(132016)]
    public void A_template_that_is_not_taken_takes_nothing_else_with_it(int code)
    {
        var judgement = Judge(new SendOutcome.Refused(code, 400));

        judgement.StopsTemplate.ShouldBeTrue();
        judgement.Hold.ShouldBeNull();
        judgement.Verdict.ShouldBeOfType<SendVerdict.Later>();
    }

    [Fact]
    public void What_is_owed_outlives_a_lost_token()
    {
        var verdict = _policy.Judge(new SendOutcome.Refused(190, 401), attempt: 10_000).Verdict;

        verdict.ShouldBe(new SendVerdict.Later(TimeSpan.FromMinutes(15)));
    }

    [Theory]
    [InlineData(131026)]
    [InlineData(132000)]
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

    [Theory]
    [InlineData(131048)]
    [InlineData(80007)]
    public void A_failure_for_the_whole_number_told_by_a_status_holds_it(int code) =>
        _policy.JudgeFailed(code, attempt: 0).Hold.ShouldNotBeNull();

    [Theory]
    [InlineData(131031)]
    [InlineData(368)]
    public void A_locked_account_told_by_a_status_stops_the_number(int code) =>
        _policy.JudgeFailed(code, attempt: 0).StopsNumber.ShouldBeTrue();

    [Fact]
    public void Throughput_used_up_told_by_a_status_slows_the_number_down() =>
        _policy.JudgeFailed(130429, attempt: 0).SlowsDown.ShouldBeTrue();

    private SendJudgement Judge(SendOutcome outcome) => _policy.Judge(outcome, attempt: 0);
}
