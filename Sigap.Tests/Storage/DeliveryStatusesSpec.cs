using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Storage;

/// <summary>What status webhooks told of a reply is found again by its tag, on both engines.</summary>
public abstract class DeliveryStatusesSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : DeliveryStatusesSpec(new TempDatabase());

    public sealed class OnPostgresql() : DeliveryStatusesSpec(new TempPostgres());

    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly ConversationId Other = new("109000000000001.AAECAwQFBgcICQoLDA0P");
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private SqlDeliveryLog _log = null!;

    private SqlDeliveryStatuses Statuses => new(temp.Database);

    public Task InitializeAsync()
    {
        _log = new SqlDeliveryLog(temp.Database);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        temp.Dispose();
    }

    [Fact]
    public async Task All_sends_of_a_reply_are_found_with_their_highest_stage()
    {
        await Tell("a", new SendTag(Conversation, 1, 0), DeliveryStage.Delivered);
        await Tell("a", new SendTag(Conversation, 1, 0), DeliveryStage.Sent);
        await Tell("b", new SendTag(Conversation, 1, 11), DeliveryStage.Failed, 131026);

        var told = await Statuses.Of(Conversation, 1, default);

        told.OrderBy(status => status.Attempt).ShouldBe(
        [
            new AttemptStatus(0, Fingerprint("a"), DeliveryStage.Delivered, null),
            new AttemptStatus(11, Fingerprint("b"), DeliveryStage.Failed, 131026),
        ]);
    }

    [Fact]
    public async Task Those_of_other_replies_and_other_conversations_are_not()
    {
        await Tell("a", new SendTag(Conversation, 10, 0), DeliveryStage.Sent);
        await Tell("b", new SendTag(Conversation, 2, 1), DeliveryStage.Sent);
        await Tell("c", new SendTag(Other, 1, 0), DeliveryStage.Sent);
        await _log.Record([new DeliveryStatus(new MessageId("wamid.d"), Conversation.Business, DeliveryStage.Sent, Noon, null, null)], default);

        (await Statuses.Of(Conversation, 1, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tag_that_is_none_of_ours_is_passed_over()
    {
        await _log.Record(
            [new DeliveryStatus(new MessageId("wamid.a"), Conversation.Business, DeliveryStage.Sent, Noon, $"{Conversation}:1:x", null)], default);

        (await Statuses.Of(Conversation, 1, default)).ShouldBeEmpty();
    }

    private static ulong Fingerprint(string message) => new MessageId("wamid." + message).Fingerprint;

    private Task Tell(string message, SendTag tag, DeliveryStage stage, int? code = null) => _log.Record(
        [new DeliveryStatus(new MessageId("wamid." + message), tag.Conversation.Business, stage, Noon, tag.ToString(), code)], default);
}
