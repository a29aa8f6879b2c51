using Microsoft.Extensions.Time.Testing;
using Sigap.Tests.Storage;
using static Sigap.Tests.Inbox.Messages;

namespace Sigap.Tests.Inbox;

/// <summary>Intake and pump over a real database, with conversations that can be away.</summary>
public abstract class InboxSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : InboxSpec(new TempDatabase());

    public sealed class OnPostgresql() : InboxSpec(new TempPostgres());

    private const string Budi = "6281100000001";
    private const string Siti = "6281100000002";
    private readonly StandInConversations _conversations = new();
    private readonly FakeTimeProvider _time = new(Noon.AddMinutes(1));
    private InboxNode _node = null!;

    public Task InitializeAsync()
    {
        _node = Node();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        temp.Dispose();
    }

    [Fact]
    public async Task A_message_whose_conversation_does_not_answer_is_kept_and_delivered_when_it_does()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        _conversations.Heard(Budi).ShouldBeEmpty();

        await Passes();
        _node.Metrics.Waiting.ShouldBe(1);
        _conversations.Away = [];
        await Passes();

        _conversations.Heard(Budi).ShouldBe([1]);
        _node.Metrics.Waiting.ShouldBe(0);
        _node.Lines.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_one_waits_those_after_it_wait_behind_it()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        _conversations.Away = [];

        await Say(Budi, 2);
        await Say(Budi, 3);
        _conversations.Heard(Budi).ShouldBeEmpty();
        await Passes();

        _conversations.Heard(Budi).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Once_nothing_waits_messages_go_straight_to_the_conversation_again()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        _conversations.Away = [];
        await Passes();

        await Say(Budi, 2);

        _conversations.Heard(Budi).ShouldBe([1, 2]);
        (await _node.Table.Waiting(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_normal_running_nothing_is_kept()
    {
        for (var number = 1; number <= 5; number++)
        {
            await Say(Budi, number);
        }

        _conversations.Heard(Budi).ShouldBe([1, 2, 3, 4, 5]);
        (await _node.Table.Waiting(default)).ShouldBeEmpty();
        _conversations.Asked.ShouldBe(5);
    }

    [Fact]
    public async Task A_message_that_arrives_while_another_is_asked_does_not_pass_it_when_that_one_is_not_answered()
    {
        var silence = new TaskCompletionSource();
        _conversations.Before = hear => Number(hear) == 1 ? silence.Task : Task.CompletedTask;
        _conversations.Poisonous = [(ConversationOf(Budi), 1)];
        var first = Say(Budi, 1);
        var second = Say(Budi, 2);
        _conversations.Asked.ShouldBe(1);

        silence.SetResult();
        await Task.WhenAll(first, second);
        _conversations.Heard(Budi).ShouldBeEmpty();

        _conversations.Poisonous = [];
        await Passes();
        _conversations.Heard(Budi).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_waited_when_the_program_ended_is_delivered_once_and_in_order_after_the_start()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        await Say(Budi, 2);
        await Restarts();
        _conversations.Away = [];

        await Say(Budi, 3);
        _conversations.Heard(Budi).ShouldBeEmpty("what waits from before the start is not overtaken");
        await Passes();

        _conversations.Heard(Budi).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_another_node_put_there_is_not_overtaken_once_it_was_seen()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        await using var other = Node();
        await other.Pump.Empty(default);
        _conversations.Away = [];

        (await other.Intake.Hear(Message(Budi, 2), default)).ShouldBeTrue();
        _time.Advance(TimeSpan.FromMinutes(2));
        await other.Pump.Empty(default);
        _conversations.Heard(Budi).ShouldBe([1, 2]);

        // This node learns that the other one has emptied the inbox.
        await _node.Pump.Empty(default);
        await Say(Budi, 3);
        _conversations.Heard(Budi).ShouldBe([1, 2, 3]);
        (await _node.Table.Waiting(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_heard_without_anybody_knowing_is_told_again_and_changes_nothing()
    {
        _conversations.AnswersAreLost = true;
        await Say(Budi, 1);
        await Passes();
        _conversations.Heard(Budi).ShouldBe([1]);
        (await _node.Table.Waiting(default)).ShouldHaveSingleItem();

        _conversations.AnswersAreLost = false;
        await Passes();

        _conversations.Heard(Budi).ShouldBe([1]);
        (await _node.Table.Waiting(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poisonous_message_is_parked_after_its_last_attempt_and_what_stands_behind_it_goes_on()
    {
        _conversations.Poisonous = [(ConversationOf(Budi), 1)];
        await Say(Budi, 1);
        await Say(Budi, 2);
        for (var pass = 0; pass < InboxNode.Attempts; pass++)
        {
            _conversations.Heard(Budi).ShouldBeEmpty();
            await Passes();
        }

        _conversations.Heard(Budi).ShouldBe([2]);
        (await _node.Table.Waiting(default)).ShouldBeEmpty();
        _node.Metrics.Parked.ShouldBe(1);
        _node.Log.Count(Microsoft.Extensions.Logging.LogLevel.Error).ShouldBe(1, _node.Log.All);
        _node.Log.All.ShouldNotContain(Budi);
    }

    [Fact]
    public async Task For_a_parked_message_its_applicant_gets_one_apology_under_the_message_s_own_id()
    {
        _conversations.Poisonous = [(ConversationOf(Budi), 1)];
        await Say(Budi, 1);
        for (var pass = 0; pass <= InboxNode.Attempts; pass++)
        {
            await Passes();
        }

        _conversations.Apologies.ShouldHaveSingleItem().Message.Id.ShouldBe(Message(Budi, 1).Id);
    }

    [Fact]
    public async Task A_message_is_parked_even_when_its_conversation_cannot_apologise()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        for (var pass = 0; pass <= InboxNode.Attempts; pass++)
        {
            await Passes();
        }

        _conversations.Apologies.ShouldHaveSingleItem();
        _node.Metrics.Parked.ShouldBe(1);
    }

    [Fact]
    public async Task A_poisonous_message_holds_up_nobody_else()
    {
        _conversations.Poisonous = [(ConversationOf(Budi), 1)];
        LeavesAlone(Siti);
        await Say(Budi, 1);
        await Say(Siti, 1);
        _conversations.Away = [];

        await Passes();

        _conversations.Heard(Siti).ShouldBe([1]);
        _conversations.Heard(Budi).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_ended_the_process_on_every_attempt_is_parked_without_another()
    {
        LeavesAlone(Budi);
        await Say(Budi, 1);
        for (var attempt = 0; attempt < InboxNode.Attempts; attempt++)
        {
            // Handed out, and never heard of again.
            _time.Advance(TimeSpan.FromMinutes(2));
            (await _node.Table.Take(ConversationOf(Budi), _time.GetUtcNow(), _ => TimeSpan.FromSeconds(1), default)).ShouldNotBeNull();
        }

        await Restarts();
        var asked = _conversations.Asked;
        await Passes();

        _conversations.Asked.ShouldBe(asked);
        _node.Metrics.Parked.ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_message_is_gone_after_eight_days()
    {
        _conversations.Poisonous = [(ConversationOf(Budi), 1)];
        await Say(Budi, 1);
        for (var pass = 0; pass < InboxNode.Attempts; pass++)
        {
            await Passes();
        }

        _time.Advance(TimeSpan.FromDays(7.9));
        await Passes();
        _node.Metrics.Parked.ShouldBe(1);
        _time.Advance(TimeSpan.FromDays(0.2));
        await Passes();

        _node.Metrics.Parked.ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_that_nobody_waits_for_any_more_keeps_nothing()
    {
        LeavesAlone(Budi);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        (await _node.Intake.Hear(Message(Budi, 1), gone.Token)).ShouldBeFalse();

        (await _node.Table.Waiting(default)).ShouldBeEmpty();
    }

    private InboxNode Node() => new(temp.Database, _conversations, _time);

    private void LeavesAlone(string phone) => _conversations.Away = _conversations.Away.Add(ConversationOf(phone));

    private async Task Say(string phone, int number) => (await _node.Intake.Hear(Message(phone, number), default)).ShouldBeTrue();

    /// <summary>After every rest is over.</summary>
    private async Task Passes()
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        await _node.Pump.Empty(default);
        await _node.Pump.Tidy(default);
    }

    private async Task Restarts()
    {
        await _node.DisposeAsync();
        _node = Node();
        await _node.Pump.Look(default);
    }
}
