using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>The whole program with conversations that cannot answer in time: acknowledged at once, answered once, in order.</summary>
[Collection(HostingCollection.Name)]
public abstract class InboxSpec(TestDatabase temp) : IAsyncLifetime
{
    [Collection(HostingCollection.Name)]
    public sealed class OnSqlite() : InboxSpec(new TempDatabase());

    [Collection(HostingCollection.Name)]
    public sealed class OnPostgresql() : InboxSpec(new TempPostgres());

    private const string Business = "109000000000001";
    private const string Budi = "6281100000001";
    private const string Siti = "6281100000002";
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;

    private JournalOnDisk Journal => new(temp.Connection);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        temp.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_slow_lookup_keeps_no_webhook_waiting_and_is_answered_once_before_what_came_after_it()
    {
        var source = new SlowApplications();
        await using var sigap = await SigapInProcess.Start(
            Settings("--Conversations:AnswerTimeout=00:00:40"),
            adjust: services => services.Replace(ServiceDescriptor.Singleton<IApplications>(source)));
        (await sigap.Webhook.Post(Message(Budi, 1, "1106000000000018 17-08-1990"))).ShouldBe(HttpStatusCode.OK);
        (await sigap.Webhook.Post(Message(Budi, 2, "bayar"))).ShouldBe(HttpStatusCode.OK);
        Journal.Turns().ShouldBe(0, "acknowledged before it could be answered");
        Journal.Waiting().ShouldBe(2);

        source.Answer.SetResult(new ProofOutcome.NoMatch());

        await Eventually.Becomes(() => Journal.Turns() == 2 && Journal.IsQuiet(), () => $"both are answered. {sigap.Log.All}");
        Heard(Budi).ShouldBe([1, 2]);
        source.Asked.ShouldBe(1);
        EachReplyWasSentOnce();
    }

    [Fact]
    public async Task While_nothing_can_be_written_to_the_journal_messages_wait_in_the_inbox()
    {
        await using var sigap = await SigapInProcess.Start(Settings());
        (await sigap.Webhook.Post(Message(Budi, 1, "halo"))).ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(Journal.IsQuiet, () => "the first is answered");

        Rename("journal", "journal_away");
        (await sigap.Webhook.Post(Message(Budi, 2, "bayar"))).ShouldBe(HttpStatusCode.OK);
        (await sigap.Webhook.Post(Message(Siti, 1, "halo"))).ShouldBe(HttpStatusCode.OK);
        (await sigap.Webhook.Post(Message(Budi, 3, "menu"))).ShouldBe(HttpStatusCode.OK);
        await Tells(sigap, "sigap_inbox_waiting", 3);
        Rename("journal_away", "journal");

        await Eventually.Becomes(() => Journal.Turns() == 4 && Journal.IsQuiet(), () => $"all are answered. {sigap.Log.All}");
        Heard(Budi).ShouldBe([1, 2, 3]);
        Heard(Siti).ShouldBe([1]);
        EachReplyWasSentOnce();
        await Tells(sigap, "sigap_inbox_waiting", 0);
    }

    [Fact]
    public async Task Killed_with_messages_in_the_inbox_it_delivers_them_once_and_in_order_after_the_start()
    {
        using (var killed = await SigapProcess.Start(_folder, Settings()))
        {
            Rename("journal", "journal_away");
            foreach (var number in Enumerable.Range(1, 4))
            {
                (await killed.Webhook.Post(Message(Budi, number, "halo"))).ShouldBe(HttpStatusCode.OK, killed.Written);
                (await killed.Webhook.Post(Message(Siti, number, "menu"))).ShouldBe(HttpStatusCode.OK, killed.Written);
            }

            await killed.Kill();
            Rename("journal_away", "journal");
        }

        Journal.Turns().ShouldBe(0);
        Journal.Waiting().ShouldBe(8);
        using var restarted = await SigapProcess.Start(_folder, Settings());
        (await restarted.Webhook.Post(Message(Budi, 5, "bayar"))).ShouldBe(HttpStatusCode.OK, restarted.Written);

        await Eventually.Becomes(() => Journal.Turns() == 9 && Journal.IsQuiet(), () => $"all are answered. {restarted.Written}");
        Heard(Budi).ShouldBe([1, 2, 3, 4, 5]);
        Heard(Siti).ShouldBe([1, 2, 3, 4]);
        EachReplyWasSentOnce();
    }

    [Fact]
    public async Task A_poisonous_message_is_parked_and_what_stands_behind_it_is_answered()
    {
        await using var sigap = await SigapInProcess.Start(Settings("--Webhook:InboxAttempts=2"));
        (await sigap.Webhook.Post(Message(Budi, 1, "halo"))).ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(Journal.IsQuiet, () => "the first is answered");
        PutPoison(sigap.Services.GetRequiredService<ConversationNames>());
        await Tells(sigap, "sigap_inbox_waiting", 1);

        (await sigap.Webhook.Post(Message(Budi, 2, "bayar"))).ShouldBe(HttpStatusCode.OK);
        (await sigap.Webhook.Post(Message(Siti, 1, "halo"))).ShouldBe(HttpStatusCode.OK);

        await Eventually.Becomes(() => Journal.Turns() == 3 && Journal.IsQuiet(), () => $"all others are answered. {sigap.Log.All}");
        Heard(Budi).ShouldBe([1, 2]);
        Journal.Query<long>("SELECT COUNT(*) FROM inbox WHERE parked_at IS NOT NULL").ShouldBe(1);
        sigap.Log.Count(LogLevel.Error).ShouldBe(1, sigap.Log.All);
        sigap.Log.All.ShouldNotContain(Budi);
        await Tells(sigap, "sigap_inbox_parked", 1);
    }

    private static byte[] Message(string phone, int number, string text) =>
        SignedWebhook.Text(Business, phone, $"wamid.inbox.{phone}.{number}", text, DateTimeOffset.UtcNow);

    private static async Task Tells(SigapInProcess sigap, string gauge, long value)
    {
        string[] lines = [];
        await Eventually.Becomes(
            async () =>
            {
                var metrics = await sigap.Webhook.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
                lines = [.. metrics.Split('\n').Where(line => line.StartsWith(gauge, StringComparison.Ordinal))];
                return lines.Any(line => Regex.IsMatch(line, $@"^{gauge}(\{{.*\}})? {value}( \d+)?$"));
            },
            () => $"{gauge} is {value}. It is: {string.Join(" | ", lines)}",
            seconds: 20);
    }

    private string[] Settings(params string[] more) => temp.Options.Provider == Sigap.Host.Storage.DatabaseOptions.Postgresql
        ? _folder.Settings(_graph.Url, temp.Options, more)
        : _folder.Settings(_graph.Url, [$"--ConnectionStrings:Sigap={temp.Options.ConnectionString}", .. more]);

    private void Rename(string table, string into)
    {
        using var connection = temp.Connection();
        connection.Open();
        connection.Execute($"ALTER TABLE {table} RENAME TO {into}");
    }

    private void PutPoison(ConversationNames names)
    {
        using var connection = temp.Connection();
        connection.Open();
        connection.Execute(
            """
            INSERT INTO inbox (message_fingerprint, conversation, hear, sent_at, received_at, attempts, next_attempt_at)
            VALUES (1, @conversation, @hear, 0, 0, 0, 0)
            """,
            new { conversation = names.For(new BusinessNumberId(Business), Applicant.From(Budi, null)!).Value, hear = new byte[] { 0xFF, 0xFF } });
    }

    /// <summary>The numbers of an applicant's messages in the order in which the conversation took them.</summary>
    private IEnumerable<int> Heard(string phone)
    {
        var numbers = Enumerable.Range(1, 9).ToDictionary(number => new MessageId($"wamid.inbox.{phone}.{number}").Fingerprint);
        return Journal.Events().Select(each => each.Event).OfType<TurnTaken>()
            .Where(turn => numbers.ContainsKey(turn.Message)).Select(turn => numbers[turn.Message]);
    }

    private void EachReplyWasSentOnce() => Journal.Replies().Keys.ShouldBe(_graph.Sends.Select(send => send.Reply), ignoreOrder: true);

    private sealed class SlowApplications : IApplications
    {
        private int _asked;

        public TaskCompletionSource<ProofOutcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked => Volatile.Read(ref _asked);

        public Task<ProofOutcome> Prove(Proof proof, CancellationToken cancel)
        {
            Interlocked.Increment(ref _asked);
            return Answer.Task;
        }
    }
}
