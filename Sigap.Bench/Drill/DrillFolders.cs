namespace Sigap.Bench.Drill;

/// <summary>Where a drill writes. What is of no use afterwards goes with it.</summary>
/// <param name="data">The disk of the database.</param>
/// <param name="logs">Where the logs stay; null for a folder that goes when nobody wants to read in it.</param>
internal sealed class DrillFolders(string data, string? logs) : IDisposable
{
    public string Data => data;

    /// <summary>What the nodes wrote, and both ledgers.</summary>
    public string Logs { get; } = logs ?? Directory.CreateTempSubdirectory("sigap-drill-logs-").FullName;

    public string Work { get; } = Directory.CreateTempSubdirectory("sigap-drill-").FullName;

    /// <summary>Something is to be found in the logs.</summary>
    public bool KeepsLogs { get; set; } = logs is not null;

    public void Dispose()
    {
        Directory.Delete(Work, recursive: true);
        if (!KeepsLogs)
        {
            Directory.Delete(Logs, recursive: true);
        }
    }
}
