using System.Net;
using Sigap.Transport;

namespace Sigap.Tests.Webhook;

/// <summary>Each applicant is heard in order, and nobody waits for another.</summary>
public sealed class WebhookOrderSpec : IAsyncLifetime
{
    private WebhookHost _host = null!;

    private Recorders Recorders => _host.Recorders;

    public async Task InitializeAsync() => _host = await WebhookHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Messages_of_one_applicant_are_heard_oldest_first()
    {
        (await Status(Fixtures.Bytes("200"))).ShouldBe(HttpStatusCode.OK);

        foreach (var own in Recorders.Heard.GroupBy(message => message.From.Key))
        {
            own.Select(message => ((InboundContent.Text)message.Content).Body)
                .ShouldBe(new[] { "satu", "dua", "tiga", "empat" }.Take(own.Count()));
        }
    }

    [Fact]
    public async Task Within_a_second_the_order_in_the_payload_counts()
    {
        var ids = Enumerable.Range(0, 20).Select(i => $"wamid.{i}").ToArray();

        await Status(Payload.Of([.. ids.Select(id => Payload.Text("6281200000001", id))]));

        Recorders.Heard.Select(message => message.Id.Value).ShouldBe(ids);
    }

    [Fact]
    public async Task No_later_message_passes_one_that_was_not_written()
    {
        Recorders.OnHear = message => Task.FromResult(message.Id.Value != "wamid.1");

        await Status(Payload.Of(Payload.Text("6281200000001", "wamid.1"), Payload.Text("6281200000001", "wamid.2")));

        Recorders.Heard.Select(message => message.Id.Value).ShouldBe(["wamid.1"]);
    }

    [Fact]
    public async Task A_slow_applicant_does_not_hold_up_another()
    {
        var second = new TaskCompletionSource<bool>();
        Recorders.OnHear = message =>
        {
            if (message.From.Phone == "6281200000001")
            {
                return second.Task;
            }

            second.SetResult(true);
            return Task.FromResult(true);
        };

        (await Status(Payload.Of(Payload.Text("6281200000001", "wamid.1"), Payload.Text("6281200000002", "wamid.2"))))
            .ShouldBe(HttpStatusCode.OK);
    }

    private Task<HttpStatusCode> Status(byte[] body) => _host.Status(body);
}
