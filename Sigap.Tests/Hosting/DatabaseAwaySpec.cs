using System.Net;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Host.Webhook;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

[Collection(HostingCollection.Name)]
public sealed class DatabaseAwaySpec : IAsyncLifetime
{
    private const string Business = "109000000000001";
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;

    private JournalOnDisk Journal => new(_folder.Database);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    [Fact]
    public async Task While_the_database_is_away_nothing_is_acknowledged_and_afterwards_everything_is_answered_once()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, "--Database:BusyTimeoutSeconds=1"));
        (await sigap.Webhook.Post(Message("6281100000001", "before"))).ShouldBe(HttpStatusCode.OK);

        using (HeldDatabase())
        {
            var answers = await Task.WhenAll(
                sigap.Webhook.Post(Message("6281100000001", "known")), sigap.Webhook.Post(Message("6281100000002", "new")));
            answers.ShouldAllBe(answer => answer == HttpStatusCode.ServiceUnavailable);
        }

        foreach (var (phone, id) in new[] { ("6281100000001", "known"), ("6281100000002", "new") })
        {
            await Eventually.Becomes(
                async () => await sigap.Webhook.Post(Message(phone, id)) == HttpStatusCode.OK, () => $"{id} is acknowledged. {sigap.Log.All}");
        }

        await Eventually.Becomes(Journal.IsQuiet, () => "every reply is sent");
        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(Journal, 3);
        Journal.Replies().Keys.ShouldBe(_graph.Sends.Select(send => send.Reply).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task More_webhooks_than_allowed_at_once_are_told_to_come_back()
    {
        await using var sigap = await SigapInProcess.Start(
            _folder.Settings(_graph.Url, "--WhatsApp:MaxInFlight=4", "--Database:BusyTimeoutSeconds=30", "--Webhook:AskTimeout=00:00:10"));
        var gate = sigap.Services.GetRequiredService<WebhookGate>();
        Task<HttpStatusCode?>[] inside;

        using (HeldDatabase())
        {
            inside = [.. Enumerable.Range(0, 4).Select(i => sigap.Webhook.Post(Message($"628110000001{i}", $"inside.{i}")))];
            await Eventually.Becomes(() => gate.Inside == 4, () => "four webhooks are being served");

            (await sigap.Webhook.Post(Message("6281100000020", "outside"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        (await Task.WhenAll(inside)).ShouldAllBe(answer => answer == HttpStatusCode.OK);
        await Eventually.Becomes(Journal.IsQuiet, () => "every reply is sent");
    }

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    private static byte[] Message(string phone, string id) =>
        SignedWebhook.Text(Business, phone, $"wamid.away.{id}", "halo", DateTimeOffset.UtcNow);

    /// <summary>Another program that writes and does not come to an end.</summary>
    private SqliteConnection HeldDatabase()
    {
        var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False;Default Timeout=10");
        connection.Open();
        connection.Execute("BEGIN IMMEDIATE");
        return connection;
    }
}
