using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>What follows on a send, by the table that ships.</summary>
public class SendPolicySpec
{
    private static readonly GraphErrorTable Table = ShippedErrorTable.Load();

    [Fact]
    public void A_message_taken_is_done() =>
        SendPolicy.Decide(Table, new SendOutcome.Accepted(new MessageId("wamid.1")), 1)
            .ShouldBe(new SendDecision.Done(new MessageId("wamid.1")));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(3, 16)]
    [InlineData(4, 64)]
    [InlineData(5, 256)]
    [InlineData(6, 300)]
    public void Too_many_messages_to_one_applicant_wait_four_to_the_n_seconds(int attempt, int seconds) =>
        Refused(131056, attempt).ShouldBe(new SendDecision.RetryAfter(TimeSpan.FromSeconds(seconds), ErrorScope.Pair, HoldsScope: true, Alert: false));

    [Fact]
    public void What_is_retried_too_often_is_given_up()
    {
        Refused(131056, 8).ShouldBe(new SendDecision.GiveUp(GiveUpReason.Exhausted, 131056, Alert: false));
        Refused(131000, 3).ShouldBeOfType<SendDecision.RetryAfter>();
        Refused(131000, 4).ShouldBeOfType<SendDecision.GiveUp>();
    }

    [Fact]
    public void A_throttled_number_waits_as_a_whole_and_for_ever()
    {
        var decision = Refused(130429, 1_000_000).ShouldBeOfType<SendDecision.RetryAfter>();
        decision.Scope.ShouldBe(ErrorScope.Number);
        decision.HoldsScope.ShouldBeTrue();
        decision.Delay.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(190, 401, ErrorScope.Token)]
    [InlineData(0, 401, ErrorScope.Token)]
    [InlineData(200, 403, ErrorScope.Token)]
    [InlineData(250, 403, ErrorScope.Token)]
    [InlineData(299, 403, ErrorScope.Token)]
    [InlineData(131031, 403, ErrorScope.Account)]
    [InlineData(133010, 400, ErrorScope.Number)]
    [InlineData(132015, 400, ErrorScope.Template)]
    public void What_only_an_operator_can_mend_stops_its_scope(int code, int status, ErrorScope scope) =>
        Refused(code, 1, status).ShouldBe(new SendDecision.Stop(scope, code, TimeSpan.FromMinutes(1)));

    [Theory]
    [InlineData(131047, GiveUpReason.NeedsTemplate, false)]
    [InlineData(131050, GiveUpReason.Suppressed, false)]
    [InlineData(131026, GiveUpReason.Refused, false)]
    [InlineData(100, GiveUpReason.Refused, true)]
    [InlineData(138012, GiveUpReason.Refused, true)]
    [InlineData(999999, GiveUpReason.Refused, true)]
    public void What_is_permanent_is_given_up_at_once(int code, GiveUpReason reason, bool alert) =>
        Refused(code, 1).ShouldBe(new SendDecision.GiveUp(reason, code, alert));

    [Fact]
    public void Without_a_known_code_the_status_decides()
    {
        Refused(0, 1, 429).ShouldBeOfType<SendDecision.RetryAfter>().Scope.ShouldBe(ErrorScope.Number);
        Refused(777777, 1, 503).ShouldBeOfType<SendDecision.RetryAfter>();
        Refused(0, 1, 404).ShouldBeOfType<SendDecision.GiveUp>();
    }

    [Fact]
    public void A_wait_that_is_asked_for_is_granted_within_reason()
    {
        Wait(TimeSpan.FromSeconds(7)).ShouldBe(TimeSpan.FromSeconds(7));
        Wait(TimeSpan.FromMilliseconds(1)).ShouldBe(TimeSpan.FromSeconds(1));
        Wait(TimeSpan.FromDays(3)).ShouldBe(TimeSpan.FromHours(1));

        static TimeSpan Wait(TimeSpan asked) =>
            SendPolicy.Decide(Table, new SendOutcome.Refused(130429, 429, asked), 1).ShouldBeOfType<SendDecision.RetryAfter>().Delay;
    }

    [Fact]
    public void Chance_lengthens_a_delay_by_a_fifth_at_most()
    {
        SendPolicy.Decide(Table, new SendOutcome.NotSent("x"), 1, chance: 1).ShouldBeOfType<SendDecision.RetryAfter>()
            .Delay.ShouldBe(TimeSpan.FromSeconds(1.2));
    }

    [Fact]
    public void What_never_left_is_sent_again_for_ever() =>
        SendPolicy.Decide(Table, new SendOutcome.NotSent("x"), 100_000).ShouldBeOfType<SendDecision.RetryAfter>()
            .Delay.ShouldBe(TimeSpan.FromSeconds(60));

    [Fact]
    public void What_may_have_arrived_is_sent_again_until_it_surely_has_after_ever_longer_waits()
    {
        Longer(attempt: 1).ShouldBe(TimeSpan.Zero);
        Longer(attempt: 2).ShouldBe(TimeSpan.FromSeconds(20));
        Longer(attempt: 3).ShouldBe(TimeSpan.FromSeconds(40));
        Longer(attempt: 100_000).ShouldBe(TimeSpan.FromMinutes(5));

        static TimeSpan Longer(int attempt)
        {
            var decision = SendPolicy.Decide(Table, new SendOutcome.Unknown("x"), attempt).ShouldBeOfType<SendDecision.AwaitStatus>();
            decision.IsLast.ShouldBeFalse();
            return decision.Longer;
        }
    }

    [Fact]
    public void A_failure_told_later_follows_the_same_table()
    {
        SendPolicy.DecideFailed(Table, 131047, 1).ShouldBe(new SendDecision.GiveUp(GiveUpReason.NeedsTemplate, 131047, Alert: false));
        SendPolicy.DecideFailed(Table, null, 1).ShouldBe(new SendDecision.GiveUp(GiveUpReason.Refused, 0, Alert: true));
    }

    private static SendDecision Refused(int code, int attempt, int status = 400) =>
        SendPolicy.Decide(Table, new SendOutcome.Refused(code, status), attempt);
}
