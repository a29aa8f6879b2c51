using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Cluster;
using Sigap.Host.Identity;
using Sigap.Host.Inbox;
using Sigap.Host.Storage;
using Sigap.Tests.Support;
using Sigap.Tests.Webhook;

namespace Sigap.Tests.Inbox;

/// <summary>What a node has of the inbox, over a real database; thrown away and made again it is a node that was restarted.</summary>
internal sealed class InboxNode : IAsyncDisposable
{
    private readonly UnheardMeters _meters = new();
    private readonly InboxNudge _nudge = new();

    /// <param name="pace">Of a node of several: kept by the real clock.</param>
    public InboxNode(
        SigapDatabase database, IHearing conversations, FakeTimeProvider time, int attempts = Attempts, InboxPace? pace = null)
    {
        Metrics = new InboxMetrics(_meters);
        Table = new InboxTable(database);
        var (lines, options) = (new InboxLines(), new InboxOptions { InboxAttempts = attempts });
        Lines = lines;
        Sight = new InboxSight(Table, lines, Metrics, pace ?? InboxPace.Alone, TimeProvider.System);
        Intake = new InboxIntake(conversations, Table, Sight, lines, _nudge, Metrics, new ConversationFinder(Messages.Names, new IdentityTable(database)), options, time);
        Pump = new InboxPump(Table, Sight, lines, _nudge, conversations, new Departures(), Metrics, options, time, new Logger<InboxPump>(new LoggerFactory([Log])));
    }

    public const int Attempts = 3;

    public InboxMetrics Metrics { get; }

    public InboxTable Table { get; }

    public InboxLines Lines { get; }

    public InboxSight Sight { get; }

    public InboxIntake Intake { get; }

    public InboxPump Pump { get; }

    public RecordedLog Log { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Table.DisposeAsync();
        Pump.Dispose();
        Sight.Dispose();
        _nudge.Dispose();
        _meters.Dispose();
    }
}
