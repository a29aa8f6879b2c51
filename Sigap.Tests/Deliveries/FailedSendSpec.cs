using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Conversations;
using Sigap.Host.Deliveries;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Tests.Storage;
using Sigap.Transport;

namespace Sigap.Tests.Deliveries;

/// <summary>From the status of a failure to its conversation, over a real database; nothing is forgotten on the way.</summary>
public abstract class FailedSendSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : FailedSendSpec(new TempDatabase());

    public sealed class OnPostgresql() : FailedSendSpec(new TempPostgres());

    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SendTag Tag = new(new ConversationId("109000000000001.AAECAwQFBgcICQoLDA0O"), 7, 1);
    private readonly FakeTimeProvider _time = new(Noon.AddSeconds(1));
    private readonly StandInConversations _conversations = new();
    private SqlDeliveryLog _log = null!;
    private FailedSendPump _pump = null!;

    public Task InitializeAsync()
    {
        _log = new SqlDeliveryLog(temp.Database);
        _pump = Pump();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _pump.Dispose();
        await _log.DisposeAsync();
        temp.Dispose();
    }

    [Fact]
    public async Task A_failure_is_told_to_its_conversation_once()
    {
        await _log.Record([Failed("a", Tag)], default);

        await _pump.Empty(default);
        await Passes();

        _conversations.Told.ShouldBe([new TellFailed(Tag.Conversation, 7, 1, new MessageId("wamid.a").Fingerprint, 131000)]);
        Waiting().ShouldBe(0);
    }

    [Fact]
    public async Task The_sender_of_its_business_number_learns_of_a_failure_once()
    {
        _conversations.IsAway = true;
        await _log.Record([Failed("a", Tag), Failed("b", Tag) with { ErrorCode = null }], default);

        await _pump.Empty(default);
        await Passes();

        _conversations.News.ShouldBe([new SendFailed(Tag.Conversation.Business, 131000, Noon)]);
    }

    [Fact]
    public async Task A_failure_without_a_code_is_told_as_such()
    {
        await _log.Record([Failed("a", Tag) with { ErrorCode = null }], default);

        await _pump.Empty(default);

        _conversations.Told.ShouldHaveSingleItem().Code.ShouldBeNull();
    }

    [Fact]
    public async Task A_status_that_is_delivered_again_is_not_told_again()
    {
        await _log.Record([Failed("a", Tag), Failed("a", Tag)], default);
        await _log.Record([Failed("a", Tag)], default);
        await _pump.Empty(default);
        await _log.Record([Failed("a", Tag)], default);
        await Passes();

        _conversations.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Other_statuses_and_messages_that_are_none_of_ours_are_told_to_nobody()
    {
        await _log.Record(
        [
            Failed("a", Tag) with { Stage = DeliveryStage.Delivered },
            Failed("b", Tag) with { CallbackData = null },
            Failed("c", Tag) with { CallbackData = "order-7" },
            Failed("d", Tag) with { Business = new BusinessNumberId("109000000000002") },
        ], default);

        Waiting().ShouldBe(0);
    }

    [Fact]
    public async Task A_conversation_that_does_not_answer_is_told_again_after_ever_longer_rests()
    {
        _conversations.IsAway = true;
        await _log.Record([Failed("a", Tag)], default);
        await _pump.Empty(default);
        await _pump.Empty(default);
        _conversations.Told.Count.ShouldBe(1);

        await Passes(seconds: 4);
        await Passes(seconds: 4);
        _conversations.Told.Count.ShouldBe(2);
        _conversations.IsAway = false;
        await Passes(seconds: 4);

        _conversations.Told.Count.ShouldBe(3);
        Waiting().ShouldBe(0);
    }

    [Fact]
    public async Task What_was_written_before_the_program_was_killed_is_told_by_the_next_one()
    {
        await _log.Record([Failed("a", Tag)], default);

        using var next = Pump();
        await next.Empty(default);

        _conversations.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_killed_program_had_begun_to_tell_is_told_by_another()
    {
        var table = new FailedSendTable(temp.Database);
        await _log.Record([Failed("a", Tag)], default);
        var begun = (await table.Due(_time.GetUtcNow(), 10, default)).ShouldHaveSingleItem();
        (await table.Take(begun, _time.GetUtcNow().AddSeconds(4), default)).ShouldBeTrue();

        await _pump.Empty(default);
        _conversations.Told.ShouldBeEmpty();
        await Passes(seconds: 4);

        _conversations.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_two_programs_one_tells_it()
    {
        var statuses = Enumerable.Range(0, 40).Select(number => Failed($"m{number}", Tag with { Reply = number })).ToList();
        await _log.Record(statuses, default);
        using var other = Pump();

        await Task.WhenAll(_pump.Empty(default), other.Empty(default));

        _conversations.Told.Count.ShouldBe(40);
        Waiting().ShouldBe(0);
    }

    [Fact]
    public async Task After_a_day_it_is_let_go()
    {
        _conversations.IsAway = true;
        await _log.Record([Failed("a", Tag)], default);
        await _pump.Empty(default);

        await Passes(seconds: 24 * 3600);

        _conversations.Told.Count.ShouldBe(1);
        Waiting().ShouldBe(0);
    }

    private FailedSendPump Pump() =>
        new(new FailedSendTable(temp.Database), _conversations, _time, NullLogger<FailedSendPump>.Instance);

    private async Task Passes(int seconds = 60)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await _pump.Empty(default);
    }

    private static DeliveryStatus Failed(string message, SendTag tag) =>
        new(new MessageId("wamid." + message), tag.Conversation.Business, DeliveryStage.Failed, Noon, tag.ToString(), 131000);

    private long Waiting()
    {
        using var connection = temp.Database.Connect();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM failed_send");
    }
}
