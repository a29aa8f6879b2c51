using Dapper;
using Sigap.Host.Duty;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Duty;

public sealed class PostgresDutyLeaseSpec : IDisposable
{
    private readonly TempPostgres _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Who_has_it_keeps_it_and_nobody_else_gets_it()
    {
        var (first, second) = (Lease("first"), Lease("second"));

        (await first.Take(default)).ShouldBeTrue();
        (await second.Take(default)).ShouldBeFalse();
        (await first.Take(default)).ShouldBeTrue();
        (await second.Take(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_stood_still_for_longer_than_its_term_has_lost_it()
    {
        var (first, second) = (Lease("first"), Lease("second"));
        await first.Take(default);

        TheTermIsOver();

        (await second.Take(default)).ShouldBeTrue();
        (await first.Take(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_given_back_is_free_at_once_and_only_its_holder_gives_it_back()
    {
        var (first, second) = (Lease("first"), Lease("second"));
        await first.Take(default);

        await second.Leave(default);
        (await second.Take(default)).ShouldBeFalse();
        await first.Leave(default);

        (await second.Take(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_that_reach_for_it_at_once_one_gets_it()
    {
        for (var round = 0; round < 10; round++)
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Lease($"{round}.{node}").Take(default)));

            taken.Count(has => has).ShouldBe(1);
            TheTermIsOver();
        }
    }

    private PostgresDutyLease Lease(string holder) => new(_temp.Database, holder);

    private void TheTermIsOver()
    {
        using var connection = _temp.Database.Connect();
        connection.Execute("UPDATE duty SET until = until - 60000");
    }
}
