using Dapper;
using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Host.Reminders;
using Sigap.Kernel;
using Sigap.Reminders;
using Sigap.Tests.Applications;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Reminders;

public sealed class WatchAtOnceSpec : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(7));
    private static readonly ApplicationNumber Number = ApplicationNumber.Parse("1106000000123456")!.Value;
    private readonly TempPostgres _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_passport_that_becomes_ready_while_somebody_proves_it_has_its_reminders()
    {
        var content = new FixedContent(SomeContent.Content);
        var reminders = new ReminderTables(_temp.Database, content);
        var store = new SqlApplicationStore(_temp.Database, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon));
        var ready = new PassportApplication(
            Number, new OfficeId("jakarta-pusat"), new DateOnly(1990, 8, 17), "Budi Santoso", Stage.ReadyForCollection,
            new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24), Noon);
        Task? import = null;

        await _temp.Database.Write(
            (connection, transaction) =>
            {
                reminders.Apply(
                    new ReminderChange.ApplicationWatched(Number, new ConversationId("109000000000001.abc"), null, Noon), connection, transaction);

                // The import goes as far as it can while the proof is not committed.
                import = store.Upsert([ready], default);
                SpinWait.SpinUntil(() => import.IsCompleted || SomebodyWaits(), TimeSpan.FromSeconds(60)).ShouldBeTrue();
            },
            default);
        await import!;

        (await reminders.Due(Noon.AddDays(60), 100, default)).Count.ShouldBeGreaterThan(0);
    }

    private bool SomebodyWaits()
    {
        using var connection = _temp.Database.Connect();
        return connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT granted AND datname = current_database())");
    }
}
