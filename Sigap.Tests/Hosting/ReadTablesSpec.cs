using System.Net;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

[Collection(HostingCollection.Name)]
public sealed class ReadTablesSpec : IAsyncLifetime
{
    private const string Business = "109000000000001";
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;
    private int _messages;

    private JournalOnDisk Journal => new(_folder.Database);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    [Fact]
    public async Task Feedback_and_requests_to_officers_reach_their_tables_and_outlive_a_restart()
    {
        await using (var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url)))
        {
            await Say(sigap, "6281100000001", "#saran", "3", "Antrean di loket dua lama sekali", "4");
            await Say(sigap, "6281100000002", "menu", "7", "Mohon dihubungi soal berkas saya");
            await Eventually.Becomes(Journal.IsQuiet, () => "the read tables have seen everything");
            Tables().ShouldBe(("complaint|jakarta-pusat|Antrean di loket dua lama sekali", "jakarta-pusat|Mohon dihubungi soal berkas saya"));
        }

        await using (var again = await SigapInProcess.Start(_folder.Settings(_graph.Url)))
        {
            await Say(again, "6281100000003", "halo");
            await Eventually.Becomes(Journal.IsQuiet, () => "the read tables have seen everything");
        }

        Tables().ShouldBe(("complaint|jakarta-pusat|Antrean di loket dua lama sekali", "jakarta-pusat|Mohon dihubungi soal berkas saya"));
        Journal.Query<long>("SELECT COUNT(*) FROM feedback WHERE rating IS NOT NULL").ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_still_owed_is_sent_after_a_restart_though_nobody_writes()
    {
        _graph.Answer = _ => GraphAnswer.Broken;
        await using (var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url)))
        {
            await Say(sigap, "6281100000001", "halo");
            await Eventually.Becomes(() => _graph.Taken > 0, () => "the first try is made");
        }

        var tried = _graph.Taken;
        _graph.Answer = _ => GraphAnswer.Accepted;
        await using var again = await SigapInProcess.Start(_folder.Settings(_graph.Url), DateTimeOffset.UtcNow + TimeSpan.FromMinutes(5));

        await Eventually.Becomes(() => _graph.Taken > tried, () => "the reply is sent");
        await Eventually.Becomes(Journal.IsQuiet, () => "nothing is owed");
        _graph.Sends.Select(send => send.Reply).Distinct().Count().ShouldBe(1);
    }

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    private (string Feedback, string Request) Tables() => (
        Journal.Query<string>("SELECT group_concat(category || '|' || office || '|' || text) FROM feedback"),
        Journal.Query<string>("SELECT group_concat(office || '|' || text) FROM officer_request"));

    private async Task Say(SigapInProcess sigap, string phone, params string[] texts)
    {
        foreach (var text in texts)
        {
            var body = SignedWebhook.Text(Business, phone, $"wamid.say.{_messages++}", text, sigap.Clock.GetUtcNow());
            (await sigap.Webhook.Post(body)).ShouldBe(HttpStatusCode.OK);
        }
    }
}
