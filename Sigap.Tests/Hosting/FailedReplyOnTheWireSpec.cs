using System.Net;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>The whole program, over real HTTP, with a WhatsApp that takes messages and says later that they failed.</summary>
[Collection(HostingCollection.Name)]
public sealed class FailedReplyOnTheWireSpec : IAsyncLifetime
{
    private const string Business = "109000000000001";
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;

    private JournalOnDisk Journal => new(_folder.Database);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_reply_that_failed_is_sent_again_once_however_often_that_is_told()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url));
        var first = await Answered(sigap.Webhook);

        await Fail(sigap.Webhook, first);
        await Fail(sigap.Webhook, first);

        await Eventually.Becomes(() => SendsOf(first) == 2, () => $"the reply is sent again. {sigap.Log.All}");
        await Fail(sigap.Webhook, first);
        await Eventually.Becomes(Journal.IsQuiet, () => "all is settled");
        Journal.Query<long>("SELECT COUNT(*) FROM failed_send").ShouldBe(0);
        SendsOf(first).ShouldBe(2);
        _graph.Sends[^1].CallbackData.ShouldEndWith(":1");
    }

    [Fact]
    public async Task Killed_after_the_failure_was_acknowledged_the_next_start_sends_the_reply_again()
    {
        var settings = _folder.Settings(_graph.Url);
        GraphSend first;
        using (var killed = await SigapProcess.Start(_folder, settings))
        {
            first = await Answered(killed.Webhook);
            await Fail(killed.Webhook, first);
            await killed.Kill();
        }

        using var restarted = await SigapProcess.Start(_folder, settings);

        await Eventually.Becomes(() => SendsOf(first) == 2, () => $"the reply is sent again. {restarted.Written}");
    }

    private async Task<GraphSend> Answered(SignedWebhook webhook)
    {
        (await webhook.Post(SignedWebhook.Text(Business, "6281100000001", "wamid.in.1", "halo", DateTimeOffset.UtcNow)))
            .ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(() => _graph.Taken > 0 && Journal.NothingIsOwed(), () => "a reply is sent and settled");
        return _graph.Sends[0];
    }

    private static async Task Fail(SignedWebhook webhook, GraphSend send) =>
        (await webhook.Post(StatusWebhook.About(send, "failed", DateTimeOffset.UtcNow, code: 131000))).ShouldBe(HttpStatusCode.OK);

    private int SendsOf(GraphSend first) => _graph.Sends.Count(send => send.Reply == first.Reply);
}
