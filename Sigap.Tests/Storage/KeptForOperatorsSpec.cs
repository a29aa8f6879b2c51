using Dapper;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public abstract class KeptForOperatorsSpec(TestDatabase temp) : IDisposable
{
    public sealed class OnSqlite() : KeptForOperatorsSpec(new TempDatabase());

    public sealed class OnPostgresql() : KeptForOperatorsSpec(new TempPostgres());

    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase _temp = temp;

    public void Dispose()
    {
        _temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_redelivered_bad_item_is_one_row()
    {
        var quarantine = new SqlQuarantine(_temp.Database);
        await quarantine.Keep([new("k1", "no id", "{\"a\":1}", Noon), new("k2", "no id", "{}", Noon)], default);
        await quarantine.Keep([new("k1", "no id", "{\"a\":1}", Noon.AddHours(1))], default);

        Count("quarantine").ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"text\":\"\0\"}")]
    [InlineData("{\"text\":\"\ud83d\"}")]
    [InlineData("")]
    public async Task Whatever_was_sent_can_be_kept(string raw)
    {
        await new SqlQuarantine(_temp.Database).Keep([new("k", "hostile", raw, Noon)], default);

        Count("quarantine").ShouldBe(1);
    }

    [Fact]
    public async Task A_redelivered_notice_is_one_row()
    {
        var notices = new SqlNoticeLog(_temp.Database);
        await notices.Keep([new("n1", "account_update", "{}", Noon)], default);
        await notices.Keep([new("n1", "account_update", "{}", Noon), new("n2", "account_alerts", "{}", Noon)], default);

        Count("account_notice").ShouldBe(2);
    }

    private int Count(string table)
    {
        using var connection = _temp.Database.Connect();
        return connection.ExecuteScalar<int>($"SELECT count(*) FROM {table}");
    }
}
