using System.Net;
using System.Text;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;
using Sigap.Tests.Webhook;

namespace Sigap.Tests.Hosting;

/// <summary>Changed numbers and hidden ones as WhatsApp tells them, in the whole program on PostgreSQL.</summary>
[Collection(HostingCollection.Name)]
public sealed class IdentityOnTheWireSpec : IAsyncLifetime
{
    private const string Business = "109000000000001";
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow.AddHours(-1);
    private readonly DataFolder _folder = new();
    private readonly TempPostgres _temp = new();
    private GraphStandIn _graph = null!;
    private int _messages;

    private JournalOnDisk Journal => JournalOnDisk.Of(_temp);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _temp.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Who_wrote_with_a_number_is_known_without_it()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, _temp.Options));

        await Post(sigap, Fixture("055"), answers: 1);
        await Linked();
        await Post(sigap, Fixture("054"), answers: 2);

        _graph.Sends.Select(send => send.Reply.Conversation).Distinct().ShouldHaveSingleItem();
        _graph.Sends.ShouldAllBe(send => send.To == "+6281200000002");
    }

    [Fact]
    public async Task A_changed_number_keeps_its_conversation_and_the_old_number_is_a_strangers()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, _temp.Options));

        await Say(sigap, "6281200000001", _now.AddSeconds(-60), answers: 1);
        await Post(sigap, Fixture("040"), answers: 1);
        await Post(sigap, Fixture("040"), answers: 1);
        await Joined(sigap);
        await Say(sigap, "6281200000099", _now.AddSeconds(60), answers: 2);
        await Say(sigap, "6281200000001", _now.AddSeconds(120), answers: 3);

        var answered = _graph.Sends.Select(send => send.Reply.Conversation).ToList();
        answered[1].ShouldBe(answered[0]);
        answered[2].ShouldNotBe(answered[0]);
        _graph.Sends.Select(send => send.To).ShouldBe(["+6281200000001", "+6281200000099", "+6281200000001"]);
        Journal.Query<long>("SELECT COUNT(*) FROM identity_join").ShouldBe(0);
        sigap.Log.All.ShouldNotContain("62812");
    }

    /// <summary>Sent an hour ago, and otherwise as WhatsApp made it.</summary>
    private byte[] Fixture(string file) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Fixtures.Bytes(file)).Replace("1793000000", $"{_now.ToUnixTimeSeconds()}", StringComparison.Ordinal));

    private async Task Linked() =>
        await Eventually.Becomes(() => Journal.Query<long>("SELECT COUNT(*) FROM identity_link") > 0, () => "the scoped id is known");

    /// <summary>The old conversation has written down that the one of the new number went into it.</summary>
    private async Task Joined(SigapInProcess sigap) => await Eventually.Becomes(
        () => Journal.Query<long>("SELECT COUNT(*) FROM journal WHERE manifest = 'conv.inherited.1'") == 1
            && Journal.Query<long>("SELECT COUNT(*) FROM identity_join") == 0,
        () => $"the conversations are joined. {sigap.Log.All}");

    private Task Say(SigapInProcess sigap, string phone, DateTimeOffset at, int answers) =>
        Post(sigap, SignedWebhook.Text(Business, phone, $"wamid.identity.{++_messages}", "halo", at), answers);

    private async Task Post(SigapInProcess sigap, byte[] body, int answers)
    {
        (await sigap.Webhook.Post(body)).ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(() => _graph.Taken == answers, () => $"{answers} answers have left. {sigap.Log.All}");
    }
}
