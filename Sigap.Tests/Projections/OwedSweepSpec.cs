using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Conversations;
using Sigap.Host.Cluster;
using Sigap.Host.Duty;
using Sigap.Host.Projections;
using Sigap.Kernel;
using Sigap.Projections;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Projections;

/// <summary>What a node owed when it died is found, however much others owe.</summary>
public abstract class OwedSweepSpec : Akka.TestKit.Xunit2.TestKit
{
    public sealed class OnSqlite() : OwedSweepSpec(new TempDatabase());

    public sealed class OnPostgresql() : OwedSweepSpec(new TempPostgres());

    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase _temp;
    private readonly ReadTables _tables;
    private readonly OwedSweep _sweep;
    private long _offset;

    protected OwedSweepSpec(TestDatabase temp)
    {
        _temp = temp;
        _tables = new ReadTables(temp.Database, RealConfig.Content, new ConversationNames(new byte[32]));
        var time = new FakeTimeProvider(Noon);
        var roster = new DutyRoster(new SoleNodeLease(), time, NullLogger<DutyRoster>.Instance);
        _sweep = new OwedSweep(_tables, new Region(TestActor), roster, new Departures(), time, NullLogger<OwedSweep>.Instance);
    }

    [Fact]
    public async Task A_conversation_whose_waking_was_lost_is_woken_again_until_it_owes_nothing()
    {
        await Owe(1, Noon.AddSeconds(-11));
        (await Woken()).ShouldBe([1]);
        (await Woken()).ShouldBe([1]);

        await Happen([new ReadChange.ReplyNoLongerOwed(Conversation(1), 1)]);

        (await Woken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_is_just_on_its_way_is_left_alone()
    {
        await Owe(1, Noon.AddSeconds(-9));

        (await Woken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task However_many_owe_for_long_each_comes_to_its_turn()
    {
        const int all = 6_001;
        await Happen([.. Enumerable.Range(1, all).Select(number => new ReadChange.ReplyOwed(Conversation(number), 1, Noon.AddMinutes(-5)))]);

        var first = await Woken();
        var second = await Woken();

        first.Count.ShouldBe(5_000);
        first.Concat(second).Order().ShouldBe(Enumerable.Range(1, all));
        (await Woken()).ShouldBe(first, "and then again from the beginning");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _sweep.Dispose();
        _temp.Dispose();
    }

    private static ConversationId Conversation(int number) => new($"109000000000001.{number:D5}");

    private Task Owe(int number, DateTimeOffset since) => Happen([new ReadChange.ReplyOwed(Conversation(number), 1, since)]);

    private Task Happen(IReadOnlyList<ReadChange> changes) => _tables.Apply(changes, _offset, ++_offset, default);

    private async Task<IReadOnlyList<int>> Woken()
    {
        await _sweep.Sweep(TestActor, default);
        TestActor.Tell("marker");
        var woken = new List<int>();
        while (ReceiveOne(TimeSpan.FromSeconds(30)) is Wake wake)
        {
            woken.Add(int.Parse(wake.Conversation.Value[^5..], System.Globalization.CultureInfo.InvariantCulture));
        }

        return woken;
    }

    private sealed class Region(IActorRef region) : IRequiredActor<ConversationRegion>
    {
        public IActorRef ActorRef => region;

        public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult(region);
    }
}
