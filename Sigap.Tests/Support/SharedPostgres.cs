using Sigap.Bench.Databases;

namespace Sigap.Tests.Support;

/// <summary>
/// One PostgreSQL for all tests of a run, started by the first that needs it. It goes with the process; what survives a
/// power cut is not asked of it, so it does not wait for the disk.
/// </summary>
internal static class SharedPostgres
{
    private static readonly Lazy<Task<PostgresServer>> Running = new(() => PostgresServer.Start(
        Path.GetTempPath(), "fsync=off", "full_page_writes=off", "shared_buffers=64MB", "deadlock_timeout=20ms"));

    public static Task<PostgresServer> Server => Running.Value;
}
