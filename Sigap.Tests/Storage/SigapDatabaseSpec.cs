using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public sealed class SigapDatabaseSpec : IDisposable
{
    private readonly TempDatabase _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_commit_is_on_the_disk_when_it_returns()
    {
        using var connection = _temp.Database.Connect();

        connection.ExecuteScalar<string>("PRAGMA journal_mode").ShouldBe("wal");
        connection.ExecuteScalar<int>("PRAGMA synchronous").ShouldBe(2);
        connection.ExecuteScalar<int>("PRAGMA foreign_keys").ShouldBe(1);
        connection.ExecuteScalar<int>("PRAGMA busy_timeout").ShouldBe(5000);
    }

    [Fact]
    public void The_journals_connections_are_as_durable_as_ours()
    {
        using var connection = new SqliteConnection(_temp.Database.ConnectionString + ";Pooling=False");
        connection.Open();

        connection.ExecuteScalar<int>("PRAGMA synchronous").ShouldBe(2);
    }

    [Fact]
    public async Task Many_writers_at_once_all_get_through_beside_a_foreign_one()
    {
        await Create();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(index => Task.Run(async () =>
        {
            if (index % 10 == 0)
            {
                ForeignInsert(index);
                return;
            }

            await _temp.Database.Write(
                (connection, transaction) => connection.Execute("INSERT INTO tried VALUES (@index)", new { index }, transaction), default);
        })));

        (await _temp.Database.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM tried"), default)).ShouldBe(200);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_stops_nobody()
    {
        await Create();
        await Should.ThrowAsync<InvalidOperationException>(() => _temp.Database.Write(
            (connection, transaction) =>
            {
                connection.Execute("INSERT INTO tried VALUES (1)", transaction: transaction);
                throw new InvalidOperationException();
            },
            default));

        (await _temp.Database.Write(
            (connection, transaction) => connection.ExecuteScalar<int>("SELECT count(*) FROM tried", transaction: transaction), default))
            .ShouldBe(0);
    }

    [Fact]
    public void What_is_not_a_database_is_refused_with_its_name_and_can_be_replaced()
    {
        File.WriteAllText(_temp.Options.File, new string('x', 5000));

        Should.Throw<CannotStartException>(() => SigapDatabase.Open(_temp.Options, TimeProvider.System))
            .Message.ShouldContain(_temp.Options.File);

        File.Delete(_temp.Options.File);
        SigapDatabase.Open(_temp.Options, TimeProvider.System).Dispose();
    }

    [Fact]
    public async Task A_nearly_full_disk_is_written_no_more()
    {
        var options = new DatabaseOptions { ConnectionString = _temp.Options.ConnectionString, MinimumFreeMegabytes = 1_000_000_000 };
        using var database = SigapDatabase.Open(options, TimeProvider.System);

        database.Health.CanWrite.ShouldBeFalse();
        var refusal = await Should.ThrowAsync<StorageFullException>(() => database.Write((_, _) => { }, default));
        refusal.Message.ShouldContain(_temp.Folder);
    }

    [Fact]
    public void Writing_goes_on_when_space_is_made()
    {
        var time = new FakeTimeProvider();
        var free = 199L;
        var space = new DiskSpace(_temp.Folder, 200, time, _ => free * 1024 * 1024);
        space.CanWrite.ShouldBeFalse();

        free = 200;
        time.Advance(TimeSpan.FromSeconds(1));

        space.CanWrite.ShouldBeTrue();
    }

    private Task<int> Create() =>
        _temp.Database.Write((connection, transaction) => connection.Execute("CREATE TABLE tried (n INTEGER)", transaction: transaction), default);

    // As the journal does: its own connection, its own transaction.
    private void ForeignInsert(int index)
    {
        using var connection = new SqliteConnection(_temp.Database.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO tried VALUES (@index)", new { index }, transaction);
        transaction.Commit();
    }
}
