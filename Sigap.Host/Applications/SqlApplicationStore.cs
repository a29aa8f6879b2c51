using Sigap.Applications;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

internal sealed class SqlApplicationStore(SigapDatabase database) : IApplicationStore
{
    public async Task<IReadOnlyList<UpsertOutcome>> Upsert(IReadOnlyList<PassportApplication> applications, CancellationToken cancel) =>
        applications.Count == 0
            ? []
            : await database.Write(
                (connection, transaction) => ApplicationTable.Store(connection, transaction, applications), cancel);

    public Task<PassportApplication?> Find(ApplicationNumber number, CancellationToken cancel) =>
        database.Read(connection => ApplicationTable.Find(connection, number), cancel);

    public Task<bool> IsEmpty(CancellationToken cancel) => database.Read(ApplicationTable.IsEmpty, cancel);
}
