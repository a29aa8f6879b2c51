using System.Net;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>The whole program, over real HTTP, with a Graph API that takes messages and does not say so.</summary>
[Collection(HostingCollection.Name)]
public sealed class UnknownOutcomeOnTheWireSpec : IAsyncLifetime
{
    private const string Business = "109000000000001";
    private const string Phone = "6281100000001";
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;
    private int _messages;

    private JournalOnDisk Journal => new(_folder.Database);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_reply_taken_by_a_connection_that_broke_is_not_sent_again_when_its_status_comes()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url));
        _graph.Answer = send => send.Order == 0 ? GraphAnswer.Dropped : GraphAnswer.Accepted;

        await Say(sigap.Webhook, "halo");
        await Say(sigap.Webhook, "alamat kantornya dimana");
        var first = await FirstSend();
        await Tell(sigap.Webhook, first, "sent");
        await Tell(sigap.Webhook, first, "sent");
        await Tell(sigap.Webhook, first, "delivered");

        await Eventually.Becomes(Journal.NothingIsOwed, () => $"every reply is settled. {sigap.Log.All}");
        _graph.Sends.Where(send => send.Reply == first.Reply).ShouldHaveSingleItem();
        _graph.Sends.CountBy(send => send.Reply).ShouldAllBe(reply => reply.Value == 1);
        var settled = Settlements().First();
        settled.As.ShouldBe(Settlement.Accepted);
        settled.Accepted.ShouldBe(new MessageId(first.MessageId).Fingerprint);
        settled.PossiblyTwice.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reply_of_which_no_status_comes_is_sent_once_more_and_the_journal_says_so()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, "--Conversations:UnknownWait=00:00:00.8"));
        _graph.Answer = send => send.Order == 0 ? GraphAnswer.Dropped : GraphAnswer.Accepted;

        await Say(sigap.Webhook, "halo");

        var first = await FirstSend();
        await Eventually.Becomes(Journal.NothingIsOwed, () => $"every reply is settled. {sigap.Log.All}");
        _graph.Sends.Count(send => send.Reply == first.Reply).ShouldBe(2);
        Settlements().First().ShouldSatisfyAllConditions(
            settled => settled.As.ShouldBe(Settlement.Accepted),
            settled => settled.PossiblyTwice.ShouldBeTrue());
    }

    [Fact]
    public async Task A_reply_taken_just_before_a_kill_is_not_sent_again_when_its_status_came()
    {
        var settings = _folder.Settings(_graph.Url);
        _graph.Answer = send => send.Order == 0 ? GraphAnswer.Accepted with { Delay = TimeSpan.FromSeconds(15) } : GraphAnswer.Accepted;
        GraphSend first;
        using (var killed = await SigapProcess.Start(_folder, settings))
        {
            await Say(killed.Webhook, "halo");
            first = await FirstSend();
            await Tell(killed.Webhook, first, "sent");
            await killed.Kill();
        }

        using var restarted = await SigapProcess.Start(_folder, settings);

        await Eventually.Becomes(Journal.NothingIsOwed, () => $"every reply is settled. {restarted.Written}");
        _graph.Sends.Where(send => send.Reply == first.Reply).ShouldHaveSingleItem();
        Settlements().First().Accepted.ShouldBe(new MessageId(first.MessageId).Fingerprint);
    }

    private async Task Say(SignedWebhook webhook, string text) =>
        (await webhook.Post(SignedWebhook.Text(Business, Phone, $"wamid.in.{_messages++}", text, DateTimeOffset.UtcNow)))
            .ShouldBe(HttpStatusCode.OK);

    private static async Task Tell(SignedWebhook webhook, GraphSend send, string status) =>
        (await webhook.Post(StatusWebhook.About(send, status, DateTimeOffset.UtcNow))).ShouldBe(HttpStatusCode.OK);

    private async Task<GraphSend> FirstSend()
    {
        await Eventually.Becomes(() => _graph.Taken > 0, () => "a reply is sent");
        return _graph.Sends[0];
    }

    private IEnumerable<ReplySettled> Settlements() => Journal.Events().Select(each => each.Event).OfType<ReplySettled>();
}
