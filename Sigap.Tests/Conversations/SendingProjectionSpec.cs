using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Projections;

namespace Sigap.Tests.Conversations;

/// <summary>The sweep after a crash finds what is owed again.</summary>
public class SendingProjectionSpec
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");

    [Fact]
    public void A_reply_that_failed_is_owed_again_from_the_time_it_may_leave() =>
        ConversationProjection.Of(Conversation, new ReplyBounced(7, Noon, 131000, new SendAgain(1, Noon.AddSeconds(5))))
            .ShouldBe([new ReadChange.ReplyOwed(Conversation, 7, Noon.AddSeconds(5))]);

    [Fact]
    public void A_reply_that_failed_for_good_is_not() =>
        ConversationProjection.Of(Conversation, new ReplyBounced(7, Noon, 131026, Again: null)).ShouldBeEmpty();
}
