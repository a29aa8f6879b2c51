using System.Net;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sigap.Bench.Databases;
using Sigap.Host.Storage;
using Sigap.Tests.Support;
using Sigap.Tests.Webhook;
using Xunit.Abstractions;

namespace Sigap.Tests.Hosting;

[Collection(HostingCollection.Name)]
public sealed class PostgresqlAwaySpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private PostgresServer _server = null!;
    private GraphStandIn _graph = null!;
    private DatabaseOptions _database = null!;

    private JournalOnDisk Journal => new(() => new NpgsqlConnection(_database.ConnectionString + ";Pooling=false"));

    public async Task InitializeAsync()
    {
        _graph = await GraphStandIn.Start();
        _server = await PostgresServer.Start(Path.GetTempPath());
        _database = new DatabaseOptions
        {
            Provider = DatabaseOptions.Postgresql,
            ConnectionString = _server.ConnectionString(await _server.CreateDatabase()),
        };
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task While_PostgreSQL_is_stopped_nothing_is_acknowledged_and_afterwards_everything_is_answered_once()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, _database));
        (await sigap.Webhook.Post(Message("6281100000001", "before"))).ShouldBe(HttpStatusCode.OK);
        (await Ready(sigap)).ShouldBe(HttpStatusCode.OK);

        await _server.Stop();
        var answers = await Task.WhenAll(
            sigap.Webhook.Post(Message("6281100000001", "known")), sigap.Webhook.Post(Message("6281100000002", "new")));
        answers.ShouldAllBe(answer => answer == HttpStatusCode.ServiceUnavailable);
        (await Ready(sigap)).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await _server.Start();
        foreach (var (phone, id) in new[] { ("6281100000001", "known"), ("6281100000002", "new") })
        {
            await Eventually.Becomes(
                async () => await sigap.Webhook.Post(Message(phone, id)) == HttpStatusCode.OK, () => $"{id} is acknowledged. {sigap.Log.All}");
        }

        await Eventually.Becomes(async () => await Ready(sigap) == HttpStatusCode.OK, () => "it is ready again");
        await Eventually.Becomes(Journal.IsQuiet, () => $"every reply is sent. {sigap.Log.All}");
        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(Journal, 3);
        Journal.Replies().Keys.ShouldBe(_graph.Sends.Select(send => send.Reply).Distinct(), ignoreOrder: true);
        var password = new NpgsqlConnectionStringBuilder(_database.ConnectionString).Password!;
        sigap.Log.All.ShouldNotContain(password);
        sigap.Log.Count(LogLevel.Critical).ShouldBe(0, sigap.Log.All);
    }

    [Fact]
    public async Task A_start_while_PostgreSQL_is_stopped_is_refused_in_one_readable_sentence()
    {
        await _server.Stop();

        var (code, written) = await SigapProcess.Run(_folder, _folder.Settings(_graph.Url, _database));

        code.ShouldBe(1, written);
        written.ShouldContain($"PostgreSQL at 127.0.0.1:{_server.Port} does not answer: ");
        written.ShouldContain("correct Host and Port in ConnectionStrings:Sigap");
        written.ShouldNotContain("   at ", Case.Sensitive, "a stack trace does not start a server");
    }

    [Fact]
    public async Task While_the_network_to_PostgreSQL_is_silent_nothing_is_acknowledged_and_afterwards_everything_is_answered_once()
    {
        using var network = NetworkPath.To(_server.Port);
        var far = new DatabaseOptions
        {
            Provider = DatabaseOptions.Postgresql,
            ConnectionString = new NpgsqlConnectionStringBuilder(_database.ConnectionString)
            {
                Port = network.Port,
                Timeout = 2,
                CommandTimeout = 3,
            }.ConnectionString,
        };
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, far));
        (await sigap.Webhook.Post(Message("6281100000001", "before"))).ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(Journal.IsQuiet, () => $"the first reply is sent. {sigap.Log.All}");

        network.FallSilent();
        var answers = await Task.WhenAll(
            sigap.Webhook.Post(Message("6281100000001", "known")),
            sigap.Webhook.Post(Message("6281100000002", "new")),
            sigap.Webhook.Post(Status("before")));
        answers.ShouldAllBe(answer => answer == HttpStatusCode.ServiceUnavailable);
        (await Ready(sigap)).ShouldBe(HttpStatusCode.ServiceUnavailable);

        network.SpeakAgain();
        foreach (var body in new[] { Message("6281100000001", "known"), Message("6281100000002", "new"), Status("before") })
        {
            await Eventually.Becomes(
                async () => await sigap.Webhook.Post(body) == HttpStatusCode.OK, () => $"it is acknowledged. {sigap.Log.All}");
        }

        await Eventually.Becomes(Journal.IsQuiet, () => $"every reply is sent. {sigap.Log.All}");
        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(Journal, 3);
        Journal.Query<long>("SELECT COUNT(*) FROM message_status").ShouldBe(1);
    }

    [Fact]
    public async Task While_PostgreSQL_stands_still_webhooks_are_told_to_come_again_and_afterwards_everything_is_answered_once()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, _database));
        (await sigap.Webhook.Post(Message("6281100000001", "before"))).ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(Journal.IsQuiet, () => $"the first reply is sent. {sigap.Log.All}");

        await _server.Freeze();
        try
        {
            var answers = await Task.WhenAll(
                sigap.Webhook.Post(Message("6281100000001", "known")), sigap.Webhook.Post(Message("6281100000002", "new")));
            answers.ShouldAllBe(answer => answer == HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            await _server.Thaw();
        }

        foreach (var (phone, id) in new[] { ("6281100000001", "known"), ("6281100000002", "new") })
        {
            await Eventually.Becomes(
                async () => await sigap.Webhook.Post(Message(phone, id)) == HttpStatusCode.OK, () => $"{id} is acknowledged. {sigap.Log.All}");
        }

        await Eventually.Becomes(Journal.IsQuiet, () => $"every reply is sent. {sigap.Log.All}");
        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(Journal, 3);
    }

    [Theory]
    [InlineData(7)]
    public async Task PostgreSQL_crashed_in_the_middle_of_many_conversations_nothing_is_lost_and_every_turn_is_answered_in_order(int seed)
    {
        var applicants = new ManyApplicants(300, seed);
        await using var sigap = await SigapInProcess.Start(
            _folder.Settings(_graph.Url, _database, "--Transport:MessagesPerSecond=1000"));
        var posting = applicants.Post(sigap.Webhook);
        await Eventually.Becomes(
            () => applicants.Acknowledged >= applicants.SomewhereInTheMiddle,
            () => $"{applicants.SomewhereInTheMiddle} messages are acknowledged; {applicants.Acknowledged} are. {sigap.Log.All}");

        await _server.Crash();
        var acknowledged = applicants.Acknowledged;
        await _server.Start();
        (Journal.Turns() + Journal.Waiting()).ShouldBeGreaterThanOrEqualTo(acknowledged, "acknowledged is durable");
        await posting;

        await applicants.PostUntilAcknowledged(sigap.Webhook);
        await Eventually.Becomes(Journal.IsQuiet, () => $"every reply is sent. {sigap.Log.All}");
        PromiseCheck.EveryMessageIsOneTurnWithAnAnswer(Journal, applicants.Messages);
        var again = PromiseCheck.EveryReplyWasSentOnceAndInOrder(_graph, Journal, []);
        output.WriteLine($"seed {seed}: crashed after {acknowledged} of {applicants.Messages} acknowledgements; sent once more: {again}");
    }

    private static byte[] Message(string phone, string id) =>
        SignedWebhook.Text("109000000000001", phone, $"wamid.pgaway.{id}", "halo", DateTimeOffset.UtcNow);

    private static byte[] Status(string id) => Payload.Change($$$"""
        {"field":"messages","value":{"metadata":{"phone_number_id":"109000000000001"},
        "statuses":[{"id":"wamid.out.{{{id}}}","status":"delivered","timestamp":"1793000000"}]}}
        """);

    private static async Task<HttpStatusCode> Ready(SigapInProcess sigap)
    {
        using var answer = await sigap.Webhook.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.StatusCode;
    }
}
