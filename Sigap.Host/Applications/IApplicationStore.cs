using Sigap.Applications;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <summary>Sigap's own table of applications, as the import, the REST API and the demo data see it.</summary>
public interface IApplicationStore
{
    /// <summary>
    /// Takes the records over in one transaction. Doing it again changes nothing; a record older than the stored one is
    /// left out. The answers stand in the order of the records.
    /// </summary>
    Task<IReadOnlyList<UpsertOutcome>> Upsert(IReadOnlyList<PassportApplication> applications, CancellationToken cancel);

    Task<PassportApplication?> Find(ApplicationNumber number, CancellationToken cancel);

    Task<bool> IsEmpty(CancellationToken cancel);
}

public enum UpsertOutcome
{
    Stored = 1,

    /// <summary>The table has a newer record of this application, which stays.</summary>
    OlderThanStored = 2,
}
