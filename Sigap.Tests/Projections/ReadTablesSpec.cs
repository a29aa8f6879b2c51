using Dapper;
using Sigap.Conversations;
using Sigap.Host.Projections;
using Sigap.Kernel;
using Sigap.Projections;
using Sigap.Tests.Applications;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Projections;

public abstract class ReadTablesSpec(TestDatabase temp) : IDisposable
{
    public sealed class OnSqlite() : ReadTablesSpec(new TempDatabase());

    public sealed class OnPostgresql() : ReadTablesSpec(new TempPostgres());

    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.abc");
    private readonly ReadTables _tables = new(temp.Database, new FixedContent(SomeContent.Content), new ConversationNames(new byte[32]));

    public void Dispose()
    {
        temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_owed_is_found_until_it_is_settled()
    {
        await _tables.Apply([new ReadChange.ReplyOwed(Conversation, 1, Noon), new ReadChange.ReplyOwed(Conversation, 2, Noon)], 0, 5, default);
        (await _tables.OwingSince(Noon, null, 10, default)).ShouldBe([new Wake(Conversation, 2)]);
        (await _tables.OwingSince(Noon.AddSeconds(-1), null, 10, default)).ShouldBeEmpty();

        await _tables.Apply(
            [new ReadChange.ReplyNoLongerOwed(Conversation, 1), new ReadChange.ReplyNoLongerOwed(Conversation, 2)], 5, 9, default);
        (await _tables.OwingSince(Noon, null, 10, default)).ShouldBeEmpty();
        (await _tables.Offset(default)).ShouldBe(9);
    }

    [Fact]
    public async Task The_same_change_twice_is_the_same_as_once()
    {
        ReadChange[] changes =
        [
            new ReadChange.ReplyOwed(Conversation, 1, Noon),
            new ReadChange.FeedbackStored("R1", Conversation, FeedbackCategory.Complaint, "lama", Noon),
            new ReadChange.FeedbackRated("R1", 4),
            new ReadChange.OfficerRequestStored("R2", Conversation, "tolong", Noon),
        ];
        await _tables.Apply([.. changes, .. changes], 0, 4, default);

        (await temp.Database.Read(
            connection => connection.QuerySingle<string>(
                "SELECT category || ' ' || office || ' ' || rating || ' ' || text FROM feedback"), default))
            .ShouldBe("complaint jakarta-pusat 4 lama");
        (await temp.Database.Read(connection => connection.QuerySingle<string>("SELECT text FROM officer_request"), default)).ShouldBe("tolong");
    }

    [Fact]
    public async Task A_projector_that_was_overtaken_by_another_node_writes_nothing()
    {
        await _tables.Apply([new ReadChange.ReplyOwed(Conversation, 1, Noon)], 0, 5, default);
        await _tables.Apply([new ReadChange.ReplyNoLongerOwed(Conversation, 1)], 5, 6, default);

        await Should.ThrowAsync<OvertakenException>(
            () => _tables.Apply([new ReadChange.ReplyOwed(Conversation, 1, Noon)], 0, 5, default));

        (await _tables.OwingSince(Noon, null, 10, default)).ShouldBeEmpty();
        (await _tables.Offset(default)).ShouldBe(6);
    }

    [Fact]
    public async Task Of_projectors_that_come_at_once_one_goes_on()
    {
        var writes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async node =>
        {
            try
            {
                await _tables.Apply([new ReadChange.ReplyOwed(Conversation, 1, Noon)], 0, 5 + node, default);
                return 1;
            }
            catch (OvertakenException)
            {
                return 0;
            }
        }));

        writes.Sum().ShouldBe(1);
    }
}
