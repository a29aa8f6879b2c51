using CsCheck;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Inbox;
using Sigap.Tests.Storage;
using static Sigap.Tests.Inbox.Messages;

namespace Sigap.Tests.Inbox;

/// <summary>Several nodes over one inbox: what was acknowledged first is heard first, whichever nodes it came to.</summary>
public sealed class NodesSpec : IAsyncLifetime
{
    private const string Budi = "6281100000001";
    private static readonly InboxPace Quick =
        new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(10));

    private static readonly Gen<(What What, int Node)[]> Stories = Gen.Select(Gen.Enum<What>(), Gen.Int[0, 1]).Array[1, 25];

    private readonly TempPostgres _temp = new();
    private readonly FakeTimeProvider _time = new(Noon.AddMinutes(1));
    private StandInConversations _conversations = new();
    private LossyPath[] _paths = [];
    private InboxNode[] _nodes = [];

    public enum What
    {
        Says,
        SaysWhileItPumps,
        ComesAgainToTheOther,
        LosesMessages,
        LosesAnswers,
        LosesNothing,
        Pumps,
        Restarts,
    }

    public Task InitializeAsync()
    {
        Begin();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await End();
        _temp.Dispose();
    }

    [Fact]
    public async Task What_one_node_acknowledged_is_not_overtaken_by_what_comes_to_another_right_after()
    {
        _paths[0].Loses = LossyPath.Loss.Messages;

        await Says(0, 1);
        await Says(1, 2);
        _conversations.Heard(Budi).ShouldBeEmpty("the conversation is well, and the first message does not get there");
        await Pumps(1);

        _conversations.Heard(Budi).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_redelivery_to_another_node_does_not_overtake_either()
    {
        _paths[0].Loses = LossyPath.Loss.Messages;

        await Says(0, 1);
        await Says(0, 2);
        await Says(1, 2);
        await Pumps(1);

        _conversations.Heard(Budi).ShouldBe([1, 2]);
        (await _nodes[0].Table.Waiting(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_all_is_delivered_both_nodes_go_straight_to_the_conversation_again()
    {
        _paths[0].Loses = LossyPath.Loss.Messages;
        await Says(0, 1);
        await Says(1, 2);
        await Pumps(1);
        await Pumps(0);
        _paths[0].Loses = LossyPath.Loss.None;
        var asked = _conversations.Asked;

        await Says(0, 3);
        await Says(1, 4);

        _conversations.Heard(Budi).ShouldBe([1, 2, 3, 4]);
        _conversations.Asked.ShouldBe(asked + 2);
    }

    [Fact]
    public async Task A_node_that_cannot_read_the_inbox_acknowledges_nothing()
    {
        using (var connection = _temp.Database.Connect())
        {
            connection.Execute("ALTER TABLE inbox RENAME TO inbox_away");
        }

        await Should.ThrowAsync<Exception>(() => _nodes[0].Intake.Hear(Message(Budi, 1), default));

        _conversations.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Whatever_is_lost_and_restarts_every_message_is_heard_once_and_in_the_order_of_the_acknowledgements() =>
        await Stories.SampleAsync(Play, iter: 40, threads: 1);

    private async Task Play((What What, int Node)[] story)
    {
        await End();
        Begin();
        var said = 0;
        foreach (var (what, node) in story)
        {
            switch (what)
            {
                case What.Says:
                    await Says(node, ++said);
                    break;
                case What.SaysWhileItPumps:
                    await Task.WhenAll(Says(node, ++said), Pumps(1 - node));
                    break;
                case What.ComesAgainToTheOther when said > 0:
                    await Says(1 - node, said);
                    break;
                case What.LosesMessages:
                    _paths[node].Loses = LossyPath.Loss.Messages;
                    break;
                case What.LosesAnswers:
                    _paths[node].Loses = LossyPath.Loss.Answers;
                    break;
                case What.LosesNothing:
                    _paths[node].Loses = LossyPath.Loss.None;
                    break;
                case What.Pumps:
                    await Pumps(node);
                    break;
                case What.Restarts:
                    await _nodes[node].DisposeAsync();
                    _nodes[node] = Node(node);
                    break;
            }
        }

        _paths[0].Loses = LossyPath.Loss.None;
        await Pumps(0);
        _conversations.Heard(Budi).ShouldBe(Enumerable.Range(1, said));
    }

    private void Begin()
    {
        using var connection = _temp.Database.Connect();
        connection.Execute("DELETE FROM inbox");
        _conversations = new StandInConversations();
        _paths = [new LossyPath(_conversations), new LossyPath(_conversations)];
        _nodes = [Node(0), Node(1)];
    }

    private async Task End()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    private InboxNode Node(int number) => new(_temp.Database, _paths[number], _time, attempts: 10_000, Quick);

    /// <summary>As WhatsApp does: until it is acknowledged, and then the next. A pump that lets two minutes pass can use up a webhook's patience.</summary>
    private async Task Says(int node, int number)
    {
        while (!await _nodes[node].Intake.Hear(Message(Budi, number), default))
        {
        }
    }

    /// <summary>After every rest is over.</summary>
    private async Task Pumps(int node)
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        await _nodes[node].Pump.Empty(default);
    }
}
