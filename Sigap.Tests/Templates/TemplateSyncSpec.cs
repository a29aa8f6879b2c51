using CsCheck;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Notices;
using Sigap.Host.Storage;
using Sigap.Host.Templates;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Tests.Storage;
using Sigap.Tests.Webhook;
using Sigap.Transport;

namespace Sigap.Tests.Templates;

/// <summary>What WhatsApp's notices say of templates, from the webhook to the question of whoever sends.</summary>
public abstract class TemplateSyncSpec(TestDatabase temp) : IDisposable
{
    public sealed class OnSqlite() : TemplateSyncSpec(new TempDatabase());

    public sealed class OnPostgresql() : TemplateSyncSpec(new TempPostgres());

    private const string Name = "konfirmasi_pesanan";
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["APPROVED", "PAUSED", "DISABLED", "REJECTED", "FLAGGED", "REINSTATED"];
    private readonly TestDatabase _temp = temp;
    private readonly FakeTimeProvider _time = new(Noon);

    public void Dispose()
    {
        _temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("161")]
    [InlineData("162")]
    public async Task A_notice_that_stops_a_template_stops_it_and_no_other(string fixture)
    {
        using var node = Node();
        node.MayBeSent().ShouldBeTrue();

        await node.Hear(fixture);

        node.MayBeSent().ShouldBeFalse();
        node.States.MayBeSent(Name, LanguageCode.English).ShouldBeTrue();
        node.States.MayBeSent("other", LanguageCode.Indonesian).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_node_learns_what_one_was_told()
    {
        using var one = Node();
        using var other = Node();
        await one.Hear("162");

        await other.Feed.Refresh(default);

        other.MayBeSent().ShouldBeFalse();
    }

    [Fact]
    public async Task An_approval_frees_it_also_from_what_an_answer_said()
    {
        using var node = Node();
        node.States.Refuse(Name, LanguageCode.Indonesian);
        node.MayBeSent().ShouldBeFalse();

        await node.Hear(Notice("APPROVED", Noon));

        node.MayBeSent().ShouldBeTrue();
    }

    [Fact]
    public async Task An_approval_known_long_ago_does_not_outweigh_a_new_answer()
    {
        using var node = Node();
        await node.Hear(Notice("APPROVED", Noon));
        node.States.Refuse(Name, LanguageCode.Indonesian);

        await node.Feed.Refresh(default);

        node.MayBeSent().ShouldBeFalse();
    }

    [Fact]
    public async Task What_only_an_answer_said_is_tried_again_after_an_hour()
    {
        using var node = Node();
        node.States.Refuse(Name, LanguageCode.Indonesian);

        _time.Advance(TimeSpan.FromHours(1));

        node.MayBeSent().ShouldBeTrue();
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_older_notice_that_comes_later_changes_nothing()
    {
        using var node = Node();
        await node.Hear(Notice("APPROVED", Noon.AddHours(3)));

        await node.Hear(Notice("PAUSED", Noon));

        node.MayBeSent().ShouldBeTrue();
    }

    [Fact]
    public async Task Quality_and_category_are_kept_and_stop_nothing()
    {
        using var node = Node();
        await node.Hear("164");
        await node.Hear("165");
        await node.Hear("167");

        node.MayBeSent().ShouldBeTrue();
        using var connection = _temp.Database.Connect();
        connection.QuerySingle<(string?, string, string)>("SELECT state, quality, category FROM template_state")
            .ShouldBe((null, "YELLOW", "UTILITY"));
    }

    [Fact]
    public void Any_order_and_any_repetition_of_notices_ends_in_the_same_row()
    {
        var table = new TemplateTable(_temp.Database);
        Gen.Select(Gen.Int[0, Words.Length - 1].Select(word => Words[word]), Gen.Int[0, 4]).Array[1, 6]
            .SelectMany(given => Gen.Shuffle(given).Select(shuffled => (given, shuffled)))
            .Sample(
                orders => Row(table, orders.given) == Row(table, [.. orders.shuffled, .. orders.shuffled]),
                iter: 50,
                threads: 1);
    }

    private string Row(TemplateTable table, IEnumerable<(string Word, int Second)> notices)
    {
        using (var connection = _temp.Database.Connect())
        {
            connection.Execute("DELETE FROM template_state");
        }

        foreach (var (word, second) in notices)
        {
            table.Record([TemplateNotice.Of(Notice(word, Noon.AddSeconds(second)))!], default).GetAwaiter().GetResult();
        }

        return table.States(default).GetAwaiter().GetResult().ShouldHaveSingleItem().ToString();
    }

    private static AccountNotice Notice(string word, DateTimeOffset at) => new(
        $"{word} {at:O}",
        "message_template_status_update",
        $$$"""{"value":{"message_template_name":"{{{Name}}}","message_template_language":"id","event":"{{{word}}}"},"field":"message_template_status_update"}""",
        at.AddMinutes(1))
    {
        At = at,
    };

    private OneNode Node() => new(_temp.Database, _time);

    private sealed class OneNode : IDisposable
    {
        private readonly NoticeIntake _intake;

        public OneNode(SigapDatabase database, TimeProvider time)
        {
            var table = new TemplateTable(database);
            States = new TemplateStates(time);
            Feed = new TemplateFeed(table, States, time, NullLogger<TemplateFeed>.Instance);
            _intake = new NoticeIntake(new SqlNoticeLog(database), table, Feed, NullLogger<NoticeIntake>.Instance);
        }

        public TemplateStates States { get; }

        public TemplateFeed Feed { get; }

        public bool MayBeSent() => States.MayBeSent(Name, LanguageCode.Indonesian);

        public Task Hear(string fixture) =>
            _intake.Keep(WebhookReader.Read(Fixtures.Bytes(fixture), Noon, _ => true).Notices, default);

        public Task Hear(AccountNotice notice) => _intake.Keep([notice], default);

        public void Dispose() => Feed.Dispose();
    }
}
