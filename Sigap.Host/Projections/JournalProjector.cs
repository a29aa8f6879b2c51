using Akka.Actor;
using Akka.Persistence.Query;
using Akka.Persistence.Sql.Query;
using Akka.Streams;
using Akka.Streams.Dsl;
using Sigap.Conversations;
using Sigap.Host.Duty;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Projections;
using Sigap.Reminders;

namespace Sigap.Host.Projections;

/// <summary>
/// Reads the journal from where it left off and keeps the read tables up to date, on the node on duty. Starts again after a failure;
/// what it applied is never applied differently the second time.
/// </summary>
internal sealed class JournalProjector(ActorSystem system, ReadTables tables, DutyRoster roster, ILogger<JournalProjector> log)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(200);
    private const string ConversationPrefix = "conversation|";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => roster.OnDuty(Project, stoppingToken);

    private async Task Project(CancellationToken relieved)
    {
        var journal = PersistenceQuery.Get(system).ReadJournalFor<SqlReadJournal>(SqlReadJournal.Identifier);
        var settings = RestartSettings.Create(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10), 0.2);

        var source = RestartSource.WithBackoff(
            () => Source.FromTask(tables.Offset(relieved))
                .ConcatMany(offset => journal.AllEvents(Offset.Sequence(offset))
                    .GroupedWithin(BatchSize, BatchTime)
                    .Scan(new Batch(offset, []), (last, events) => new Batch(last.Reached, [.. events]))
                    .Where(batch => batch.Events.Count > 0)
                    .MapMaterializedValue(_ => Akka.NotUsed.Instance))
                .SelectAsync(1, batch => Apply(batch, relieved)),
            settings);

        var (stop, finished) = source
            .ViaMaterialized(KillSwitches.Single<int>(), Keep.Right)
            .ToMaterialized(Sink.Ignore<int>(), Keep.Both)
            .Run(system.Materializer());
        await using var registration = relieved.Register(stop.Shutdown);

        // A stream whose actors have ended, as on a node that was taken out, does not always say so.
        await finished.WaitAsync(relieved);
    }

    private async Task<int> Apply(Batch batch, CancellationToken cancel)
    {
        var changes = batch.Events.SelectMany(ChangesOf).ToList();
        try
        {
            await tables.Apply(changes, batch.Before, batch.Reached, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Relieved: the stream is about to end, and would call it an error. Who goes on begins where the tables stand.
            return 0;
        }
        catch (OvertakenException)
        {
            log.LogDebug("Another node has brought the read tables further; going on from there");
            throw;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The read tables could not be brought up to date ({Failure}); trying again", failure.GetType().Name);
            throw;
        }

        return changes.Count;
    }

    private static IEnumerable<ReadChange> ChangesOf(EventEnvelope envelope) => envelope.Event switch
    {
        IConversationEvent happened when After(ConversationPrefix, envelope.PersistenceId) is { } id =>
            ConversationProjection.Of(new ConversationId(id), happened),
        IPickupEvent happened when PickupDayId.Parse(After(PickupDayActor.StreamPrefix, envelope.PersistenceId)) is { } day =>
            [
                .. PickupProjection.Of(day, happened).Select(change => new ReadChange.Pickup(change)),
                .. ReminderProjection.Of(day, happened).Select(change => new ReadChange.Reminded(change)),
            ],
        _ => [],
    };

    private static string? After(string prefix, string persistenceId) =>
        persistenceId.StartsWith(prefix, StringComparison.Ordinal) ? persistenceId[prefix.Length..] : null;

    /// <param name="Before">The offset these events follow.</param>
    private sealed record Batch(long Before, IReadOnlyList<EventEnvelope> Events)
    {
        public long Reached => Events.Count == 0 ? Before : ((Sequence)Events[^1].Offset).Value;
    }
}
