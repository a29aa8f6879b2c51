using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>Only a conversation that heard nothing is told again of what was taken.</summary>
public class TakenLatelySpec
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly ReplyOutcome Accepted = new(Conversation, 1, new SendVerdict.Accepted(7), Attempt: 1);
    private readonly TakenLately _taken = new();

    [Fact]
    public void A_reply_handed_over_again_because_nobody_answered_is_not_sent_when_it_was_taken()
    {
        _taken.Remember(Accepted, Noon);

        _taken.Find(Reply(attempt: 2, unanswered: 1), Noon).ShouldBe(Accepted);
        _taken.Find(Reply(attempt: 3, unanswered: 0), Noon).ShouldBe(Accepted);
    }

    [Fact]
    public void One_that_is_sent_again_because_it_failed_is_sent()
    {
        _taken.Remember(Accepted, Noon);

        _taken.Find(Reply(attempt: 2, unanswered: null), Noon).ShouldBeNull();
        _taken.Find(Reply(attempt: 3, unanswered: 2), Noon).ShouldBeNull();
    }

    [Fact]
    public void What_was_not_taken_is_sent()
    {
        _taken.Remember(Accepted with { Verdict = new SendVerdict.Later(TimeSpan.FromSeconds(1)) }, Noon);

        _taken.Find(Reply(attempt: 2, unanswered: 1), Noon).ShouldBeNull();
    }

    [Fact]
    public void It_is_forgotten_after_five_minutes()
    {
        _taken.Remember(Accepted, Noon);

        _taken.Find(Reply(attempt: 2, unanswered: 1), Noon.AddMinutes(4.9)).ShouldNotBeNull();
        _taken.Find(Reply(attempt: 2, unanswered: 1), Noon.AddMinutes(5)).ShouldBeNull();
    }

    [Fact]
    public void What_was_taken_once_more_is_kept_as_long_as_that()
    {
        _taken.Remember(Accepted, Noon);
        _taken.Remember(Accepted with { Attempt = 2 }, Noon.AddMinutes(3));

        _taken.Find(Reply(attempt: 3, unanswered: 1), Noon.AddMinutes(6))!.Attempt.ShouldBe(2);
    }

    private static Deliver Reply(int attempt, int? unanswered) => new(
        Conversation,
        1,
        attempt,
        new OutboundMessage(Conversation.Business, Applicant.From("6281200000001", null)!, new OutboundBody.Plain("halo"), "1"),
        Unanswered: unanswered);
}
