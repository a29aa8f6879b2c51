using CsCheck;
using Dapper;
using Sigap.Host.Costs;
using Sigap.Host.Storage;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Tests.Storage;
using Sigap.Tests.Webhook;
using Sigap.Transport;

namespace Sigap.Tests.Costs;

/// <summary>Each delivered message is counted once, however its statuses come.</summary>
public abstract class CostBookSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : CostBookSpec(new TempDatabase());

    public sealed class OnPostgresql() : CostBookSpec(new TempPostgres());

    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase _temp = temp;
    private SqlDeliveryLog _log = null!;

    public Task InitializeAsync()
    {
        _log = Log();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        _temp.Dispose();
    }

    [Fact]
    public async Task What_was_sent_is_counted_when_it_is_delivered()
    {
        await Hear("100");
        Counted().ShouldBeEmpty();

        await _log.Record([Status("a", DeliveryStage.Delivered)], default);

        Counted().ShouldBe(["109000000000001 2026-11 service regular 1 1"]);
    }

    [Fact]
    public async Task A_message_read_without_ever_being_delivered_is_counted()
    {
        await Hear("104");

        Counted().ShouldBe(["109000000000001 2026-10 service regular 1 1"]);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("103")]
    [InlineData("106")]
    [InlineData("107")]
    [InlineData("109")]
    public async Task What_is_not_delivered_or_has_no_price_of_its_own_is_not_counted(string fixture)
    {
        await Hear(fixture);

        Counted().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_month_is_that_of_WhatsApps_bill()
    {
        await _log.Record([Status("a", DeliveryStage.Delivered, new DateTimeOffset(2026, 11, 30, 16, 59, 59, TimeSpan.Zero))], default);
        await _log.Record([Status("b", DeliveryStage.Delivered, new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero))], default);

        Counted().ShouldBe(["109000000000001 2026-11 service regular 1 1", "109000000000001 2026-12 service regular 1 1"]);
    }

    [Fact]
    public async Task Two_nodes_that_hear_the_same_count_it_once()
    {
        await using var other = Log();
        var statuses = Enumerable.Range(0, 200).Select(n => Status($"m{n}", DeliveryStage.Delivered)).ToList();

        await Task.WhenAll(
            _log.Record(statuses, default), other.Record([.. statuses.AsEnumerable().Reverse()], default), other.Record(statuses, default));

        Counted().ShouldBe(["109000000000001 2026-11 service regular 1 200"]);
    }

    [Fact]
    public void Any_order_and_any_repetition_of_statuses_counts_each_message_once()
    {
        var stages = new[] { DeliveryStage.Sent, DeliveryStage.Delivered, DeliveryStage.Read, DeliveryStage.Failed };
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, stages.Length - 1].Select(stage => stages[stage])).Array[1, 20]
            .Sample(
                told =>
                {
                    Clear();
                    foreach (var batch in told.Concat(told).Chunk(3))
                    {
                        _log.Record([.. batch.Select(each => Status($"m{each.Item1}", each.Item2))], default).GetAwaiter().GetResult();
                    }

                    var delivered = told.Where(each => each.Item2 is DeliveryStage.Delivered or DeliveryStage.Read)
                        .Select(each => each.Item1).Distinct().Count();
                    return Counted().SingleOrDefault() == (delivered == 0 ? null : $"109000000000001 2026-11 service regular 1 {delivered}");
                },
                iter: 50,
                threads: 1);
    }

    private SqlDeliveryLog Log() => new(_temp.Database, new CostBook(SomePrices.List));

    private Task Hear(string fixture) =>
        _log.Record(WebhookReader.Read(Fixtures.Bytes(fixture), Noon, _ => true).Statuses, default);

    private static DeliveryStatus Status(string id, DeliveryStage stage, DateTimeOffset? at = null) =>
        new(new MessageId("wamid." + id), Business, stage, at ?? Noon, null, null)
        {
            Pricing = stage == DeliveryStage.Failed ? null : new MessagePricing("service", "regular", true, MessagePricing.PerMessage),
        };

    private void Clear()
    {
        using var connection = _temp.Database.Connect();
        connection.Execute("DELETE FROM message_status");
        connection.Execute("DELETE FROM message_cost");
    }

    private List<string> Counted()
    {
        using var connection = _temp.Database.Connect();
        return
        [
            .. connection.Query<(string Business, string Month, string Category, string Type, long Billable, long Messages)>(
                    "SELECT business, month, category, type, billable, messages FROM message_cost ORDER BY 1, 2, 3, 4, 5")
                .Select(row => $"{row.Business} {row.Month} {row.Category} {row.Type} {row.Billable} {row.Messages}"),
        ];
    }
}
