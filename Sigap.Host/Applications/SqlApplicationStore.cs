using Sigap.Applications;
using Sigap.Host.Reminders;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <param name="clock">Says what is still to come when an application becomes ready; the machine's own where none is given.</param>
internal sealed class SqlApplicationStore(SigapDatabase database, TimeProvider? clock = null) : IApplicationStore
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    public async Task<IReadOnlyList<UpsertOutcome>> Upsert(IReadOnlyList<PassportApplication> applications, CancellationToken cancel) =>
        applications.Count == 0
            ? []
            : await database.Write(
                (connection, transaction) =>
                {
                    ApplicationWatch.WaitForTurn(database, connection, transaction);
                    var outcomes = ApplicationTable.Store(connection, transaction, applications);
                    var stored = applications.Where((_, place) => outcomes[place] == UpsertOutcome.Stored).ToList();
                    ApplicationWatch.Follow(connection, transaction, stored, _clock.GetUtcNow());
                    return outcomes;
                },
                cancel);

    public Task<PassportApplication?> Find(ApplicationNumber number, CancellationToken cancel) =>
        database.Read(connection => ApplicationTable.Find(connection, number), cancel);

    public Task<bool> IsEmpty(CancellationToken cancel) => database.Read(ApplicationTable.IsEmpty, cancel);
}
