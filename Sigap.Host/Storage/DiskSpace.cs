namespace Sigap.Host.Storage;

/// <summary>
/// Watches the room left beside the database. A full disk in the middle of a write is the worst way to stop, so writing
/// ends before. Looked at once a second at most: the question is asked for every webhook.
/// </summary>
internal sealed class DiskSpace(string folder, int minimumFreeMegabytes, TimeProvider time, Func<string, long> freeBytes)
    : IStorageHealth
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly Lock _look = new();
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private bool _enough;

    public DiskSpace(DatabaseOptions options, TimeProvider time)
        : this(options.Folder, options.MinimumFreeMegabytes, time, folder => new DriveInfo(folder).AvailableFreeSpace)
    {
    }

    public bool CanWrite
    {
        get
        {
            lock (_look)
            {
                var now = time.GetUtcNow();
                if (now - _lookedAt >= LookEvery || now < _lookedAt)
                {
                    _enough = freeBytes(folder) >= minimumFreeMegabytes * 1024L * 1024L;
                    _lookedAt = now;
                }

                return _enough;
            }
        }
    }

    public void Demand()
    {
        if (!CanWrite)
        {
            throw new StorageFullException(folder, minimumFreeMegabytes);
        }
    }
}
