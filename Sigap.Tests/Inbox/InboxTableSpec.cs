using Dapper;
using Sigap.Host.Inbox;
using Sigap.Tests.Storage;
using static Sigap.Tests.Inbox.Messages;

namespace Sigap.Tests.Inbox;

public abstract class InboxTableSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : InboxTableSpec(new TempDatabase());

    public sealed class OnPostgresql() : InboxTableSpec(new TempPostgres());

    private const string Budi = "6281100000001";
    private const string Siti = "6281100000002";
    private static readonly DateTimeOffset Later = Noon.AddHours(1);
    private readonly InboxTable _table = new(temp.Database);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _table.DisposeAsync();
        temp.Dispose();
    }

    [Fact]
    public async Task A_message_is_kept_once_however_often_it_comes()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Add(Budi, 1)));

        (await _table.Waiting(default)).ShouldBe([KeyValuePair.Create(ConversationOf(Budi), 1L)]);
    }

    [Fact]
    public async Task A_message_comes_out_as_it_went_in()
    {
        await Add(Budi, 1);

        var delivery = (await Take(Budi))!;

        var read = delivery.Read();
        read.Conversation.ShouldBe(ConversationOf(Budi));
        read.Message.ShouldBe(Message(Budi, 1));
    }

    [Fact]
    public async Task Of_a_conversation_the_message_sent_first_is_handed_out_first_and_of_one_second_the_one_that_came_first()
    {
        await Add(Budi, 3, Noon.AddSeconds(5));
        await Add(Budi, 2, Noon.AddSeconds(5));
        await Add(Budi, 1, Noon);

        var numbers = new List<int>();
        while (await Take(Budi) is { } next)
        {
            numbers.Add(Number(next.Read()));
            await _table.Remove(next, default);
        }

        numbers.ShouldBe([1, 3, 2]);
    }

    [Fact]
    public async Task What_was_handed_out_is_not_handed_out_again_before_its_rest_is_over()
    {
        await Add(Budi, 1);

        (await Take(Budi))!.Attempt.ShouldBe(1);
        (await Take(Budi)).ShouldBeNull();
        (await _table.Due(Later, 10, default)).ShouldBeEmpty();

        (await Take(Budi, Later.AddSeconds(30)))!.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task While_the_oldest_rests_those_behind_it_are_not_due()
    {
        await Add(Budi, 1);
        await Add(Budi, 2);
        await Add(Siti, 1);
        await Take(Budi);

        (await _table.Due(Later, 10, default)).ShouldBe([ConversationOf(Siti)]);
    }

    [Fact]
    public async Task Nodes_that_reach_for_the_same_message_at_once_get_it_once()
    {
        var nodes = Enumerable.Range(0, 8).Select(_ => new InboxTable(temp.Database)).ToList();
        for (var number = 1; number <= 20; number++)
        {
            await Add(Budi, number);
            var taken = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Take(
                ConversationOf(Budi), Later, _ => TimeSpan.FromSeconds(30), default))));

            var only = taken.Single(delivery => delivery is not null)!;
            only.Attempt.ShouldBe(1);
            await nodes[0].Remove(only, default);
        }

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_parked_message_stands_in_nobodys_way_and_is_gone_after_its_time()
    {
        await Add(Budi, 1);
        await Add(Budi, 2);
        await _table.Park((await Take(Budi))!, Later, default);

        Number((await Take(Budi))!.Read()).ShouldBe(2);
        (await _table.Waiting(default))[ConversationOf(Budi)].ShouldBe(1);
        (await _table.Forget(Later, default)).ShouldBe(1);
        (await _table.Forget(Later.AddMilliseconds(1), default)).ShouldBe(0);
        Rows().ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_message_can_be_tried_again_by_an_operator()
    {
        await Add(Budi, 1);
        await _table.Park((await Take(Budi))!, Later, default);

        using (var connection = temp.Database.Connect())
        {
            connection.Execute("UPDATE inbox SET parked_at = NULL, attempts = 0, next_attempt_at = 0");
        }

        (await Take(Budi))!.Attempt.ShouldBe(1);
    }

    private Task Add(string phone, int number, DateTimeOffset? sentAt = null) =>
        _table.Add(InboxItem.Of(Hear(phone, number, sentAt)), default);

    private Task<InboxDelivery?> Take(string phone, DateTimeOffset? now = null) =>
        _table.Take(ConversationOf(phone), now ?? Later, _ => TimeSpan.FromSeconds(30), default);

    private long Rows()
    {
        using var connection = temp.Database.Connect();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM inbox");
    }
}
