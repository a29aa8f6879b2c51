using System.Net;

namespace Sigap.Tests.Webhook;

/// <summary>What comes in is counted against the limit of its business number.</summary>
public class InboundCountSpec
{
    [Theory]
    [InlineData("200", 10)]
    [InlineData("100", 0)]
    [InlineData("162", 0)]
    public async Task The_messages_of_a_webhook_are_counted_once_for_each_number(string fixture, int messages)
    {
        await using var host = await WebhookHost.Start();

        (await host.Status(Fixtures.Bytes(fixture))).ShouldBe(HttpStatusCode.OK);

        host.Recorders.Counted.Sum(count => count.Messages).ShouldBe(messages);
        host.Recorders.Counted.Count.ShouldBe(messages > 0 ? 1 : 0);
    }
}
