namespace Sigap.Bench.Drill;

/// <summary>Where a drill writes.</summary>
/// <param name="Data">The disk of the database.</param>
/// <param name="Logs">What the nodes wrote, and both ledgers.</param>
/// <param name="Work">What is of no use afterwards.</param>
internal sealed record DrillFolders(string Data, string Logs, string Work) : IDisposable
{
    /// <param name="logs">Null for a folder that goes when all promises were kept.</param>
    public static DrillFolders Make(string data, string? logs) => new(
        data, logs ?? Directory.CreateTempSubdirectory("sigap-drill-logs-").FullName, Directory.CreateTempSubdirectory("sigap-drill-").FullName);

    public void Dispose() => Directory.Delete(Work, recursive: true);
}
