using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Projections;

namespace Sigap.Tests.Projections;

public class ConversationProjectionSpec
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.abc");

    [Fact]
    public void A_reply_whose_place_another_takes_is_owed_no_more()
    {
        var turn = new TurnTaken(
            2, Noon, Noon.AddMinutes(-9), "0a1b2c3d", "bayar", LanguageCode.Indonesian, [], [new Reply([Part.Of("payment")], [])], 8, Replaces: 7);

        ConversationProjection.Of(Conversation, turn).ShouldBe(
            [new ReadChange.ReplyOwed(Conversation, 8, Noon), new ReadChange.ReplyNoLongerOwed(Conversation, 7)]);
    }
}
