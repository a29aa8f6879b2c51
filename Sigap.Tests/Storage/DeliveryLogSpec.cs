using CsCheck;
using Dapper;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Storage;

public abstract class DeliveryLogSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : DeliveryLogSpec(new TempDatabase());

    public sealed class OnPostgresql() : DeliveryLogSpec(new TempPostgres());

    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryStage[] Stages = Enum.GetValues<DeliveryStage>();
    private static readonly string?[] Callbacks = [null, "turn-1", "turn-2"];
    private readonly TestDatabase _temp = temp;
    private SqlDeliveryLog _log = null!;

    public Task InitializeAsync()
    {
        _log = new SqlDeliveryLog(_temp.Database);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_late_sent_changes_nothing_after_read()
    {
        await _log.Record([Status("a", DeliveryStage.Read, 60)], default);
        await _log.Record([Status("a", DeliveryStage.Sent, 0, "turn-1")], default);

        Rows().ShouldBe([new Row((int)DeliveryStage.Read, Noon.AddSeconds(60).ToUnixTimeMilliseconds(), "turn-1", null)]);
    }

    [Fact]
    public async Task Failed_outranks_everything_and_keeps_its_code()
    {
        await _log.Record([Status("a", DeliveryStage.Failed, 5, error: 131047), Status("a", DeliveryStage.Read, 9)], default);

        Rows().ShouldBe([new Row((int)DeliveryStage.Failed, Noon.AddSeconds(5).ToUnixTimeMilliseconds(), null, 131047)]);
    }

    [Fact]
    public async Task Many_webhooks_at_once_are_all_durable_when_they_return()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(webhook => _log.Record(
            [Status($"m{webhook}", DeliveryStage.Sent, 0), Status($"m{webhook}", DeliveryStage.Delivered, 1)], default)));

        Rows().Count.ShouldBe(300);
        Rows().ShouldAllBe(row => row.Rank == (int)DeliveryStage.Delivered);
    }

    [Fact]
    public async Task A_write_that_fails_is_told_to_each_of_its_callers_and_the_next_one_works()
    {
        var broken = true;
        await using var commit = new GroupCommit<int>(_ => broken ? throw new IOException("away") : Task.CompletedTask);
        var calls = Enumerable.Range(0, 20).Select(n => commit.Add([n], default)).ToList();
        foreach (var call in calls)
        {
            await Should.ThrowAsync<IOException>(() => call);
        }

        broken = false;
        await commit.Add([1], default);
    }

    [Fact]
    public void Any_order_of_any_statuses_ends_in_the_same_row()
    {
        var statuses = Gen.Select(
                Gen.Int[0, Stages.Length - 1], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 2])
            .Select((stage, second, callback, error) =>
                Status("a", Stages[stage], second, Callbacks[callback], Stages[stage] == DeliveryStage.Failed && error > 0 ? 131000 + error : null))
            .Array[1, 8];

        statuses.SelectMany(given => Gen.Shuffle(given).Select(shuffled => (given, shuffled))).Sample(
            orders =>
            {
                Clear();
                foreach (var status in orders.given)
                {
                    _log.Record([status], default).GetAwaiter().GetResult();
                }

                var oneByOne = Rows().ShouldHaveSingleItem();

                Clear();
                _log.Record([.. orders.shuffled, .. orders.shuffled], default).GetAwaiter().GetResult();
                return Rows().ShouldHaveSingleItem() == oneByOne
                    && oneByOne.Rank == (int)orders.given.Max(status => status.Stage);
            },
            iter: 100,
            threads: 1);
    }

    private static DeliveryStatus Status(string id, DeliveryStage stage, int second, string? callback = null, int? error = null) =>
        new(new MessageId("wamid." + id), Business, stage, Noon.AddSeconds(second), callback, error);

    private void Clear()
    {
        using var connection = _temp.Database.Connect();
        connection.Execute("DELETE FROM message_status");
    }

    private List<Row> Rows()
    {
        using var connection = _temp.Database.Connect();
        return
        [
            .. connection.Query<(long Rank, long At, string? Callback, long? Error)>(
                    "SELECT rank, at, callback_data, error_code FROM message_status")
                .Select(row => new Row((int)row.Rank, row.At, row.Callback, (int?)row.Error)),
        ];
    }

    private sealed record Row(int Rank, long At, string? Callback, int? Error);
}
