using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Transport;

/// <summary>A tag that comes back is read as what was sent, and nothing else is.</summary>
public class SendTagSpec
{
    private static readonly SendTag Tag = new(new ConversationId("109000000000001.AAECAwQFBgcICQoLDA0O"), 12, 3);

    [Fact]
    public void What_was_written_is_read() => SendTag.Parse(Tag.ToString()).ShouldBe(Tag);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order-7")]
    [InlineData("109000000000001:1:0")]
    [InlineData("109000000000001.A:1")]
    [InlineData("109000000000001.A:1:x")]
    [InlineData("109000000000001.A:-1:0")]
    [InlineData("109000000000001.A:1:99999999999")]
    [InlineData("109000000000001.A:1:0:0")]
    public void What_is_none_of_ours_is_not(string? tag) => SendTag.Parse(tag).ShouldBeNull();
}
